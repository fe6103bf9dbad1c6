import { hueOf } from "../draw/hue.ts";
import { apportion } from "../flow/dots.ts";
import { limitsOf, pourRest, type Whole } from "../outcomes/bounds.ts";
import { formatCount } from "../outcomes/counts.ts";
import type { Fraction } from "../outcomes/fraction.ts";
import { formatShare } from "../outcomes/shares.ts";
import { figureOf, partsOf } from "../outcomes/tree.ts";
import type { Figure, FigureTree } from "../outcomes/types.ts";
import type { Block } from "../story/types.ts";

export type BoundsBlock = Extract<Block, { type: "bounds" }>;

/** A block of bounds in words: a table for all readers, from which the script draws its picture. */
export interface BoundsView {
  readonly caption: string;
  /** What the limits are. */
  readonly note: string;
  /** The wholes: "all 1,841", "the 895 final". */
  readonly wholes: readonly string[];
  readonly rows: readonly BoundsRow[];
}

export interface BoundsRow {
  readonly label: string;
  readonly hue: number;
  readonly count: number;
  /** Null where each dot is one. */
  readonly dots: number | null;
  readonly isRest: boolean;
  /** Whether it belongs to what is described, but not to what is final. */
  readonly isOpen: boolean;
  /** A share of each whole. */
  readonly shares: readonly string[];
  /** "15.8%–35.5%"; "–" for the rest itself. */
  readonly limits: string;
}

/** Where no outcome is said to be open, no whole of final ones is offered. `dot` is how many a dot stands for. */
export function viewBounds(tree: FigureTree, block: BoundsBlock, dot: number, locale: string): BoundsView {
  const count = (value: number) => formatCount(value, locale);
  const share = (value: Fraction | null) => (value === null ? "–" : formatShare(value, 1, locale));
  const rest = figureOf(tree, block.rest);
  const wholes: Whole[] = block.open.length > 0 ? ["all", "described", "final"] : ["all", "described"];
  const apart = wholes.map((whole) => pourRest(tree, block, whole, null));
  const parts = partsOf(tree, block.of);
  const dots = shareDotsOfParts(parts, dot);
  const limitsIn = (id: string) => (id === rest.id ? null : limitsOf(tree, block, "all", id));
  return {
    caption: `${figureOf(tree, block.of).label}: shares and their limits`,
    note:
      `The limits, not estimates, are of all ${count(apart[0].total)}, with none or all of the ` +
      `${count(rest.count)} “${rest.label}”.`,
    wholes: apart.map(({ total }, at) =>
      at === 0 ? `all ${count(total)}` : `the ${count(total)} ${wholes[at]}`,
    ),
    rows: parts.map(({ id, label, count }, at) => {
      const limits = limitsIn(id);
      return {
        label,
        hue: hueOf(tree, id),
        count,
        dots: dot === 1 ? null : dots[at],
        isRest: id === rest.id,
        isOpen: block.open.includes(id),
        shares: apart.map(({ parts }) => share(parts[at].share)),
        limits: limits === null ? "–" : `${share(limits.least)}–${share(limits.most)}`,
      };
    }),
  };
}

/** At least one dot for what counts anything, all in proportion. */
function shareDotsOfParts(parts: readonly Figure[], dot: number): number[] {
  const counts = parts.map(({ count }) => count);
  const fewest = counts.map((count) => Math.min(1, count));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return apportion(Math.max(Math.round(sum(counts) / dot), sum(fewest)), counts, fewest);
}
