import type { BoundsData, BoundsWhole } from "../browser/bounds.ts";
import { hueOf } from "../draw/hue.ts";
import { limitsOf, type Poured, pourRest, type Whole } from "../outcomes/bounds.ts";
import { formatCount } from "../outcomes/counts.ts";
import type { Fraction } from "../outcomes/fraction.ts";
import { formatShare } from "../outcomes/shares.ts";
import { figureOf, partsOf } from "../outcomes/tree.ts";
import type { Figure, FigureTree } from "../outcomes/types.ts";
import type { Block } from "../story/types.ts";

export type BoundsBlock = Extract<Block, { type: "bounds" }>;

/** A block of bounds in words: a table for all readers, and what the script shows of it, choice by choice. */
export interface BoundsView {
  readonly caption: string;
  /** What the limits are. */
  readonly note: string;
  /** The wholes: "all 1,841", "the 895 final". */
  readonly wholes: readonly string[];
  readonly rows: readonly BoundsRow[];
  readonly data: BoundsData;
}

export interface BoundsRow {
  readonly label: string;
  /** A share of each whole. */
  readonly shares: readonly string[];
  /** "15.8%–35.5%"; "–" for the rest itself. */
  readonly limits: string;
}

interface Context {
  readonly tree: FigureTree;
  readonly block: BoundsBlock;
  readonly rest: Figure;
  readonly count: (value: number) => string;
  readonly share: (value: Fraction | null) => string;
}

/** Where no outcome is said to be open, no whole of final ones is offered. */
export function viewBounds(tree: FigureTree, block: BoundsBlock, locale: string): BoundsView {
  const context: Context = {
    tree,
    block,
    rest: figureOf(tree, block.rest),
    count: (value) => formatCount(value, locale),
    share: (value) => (value === null ? "–" : formatShare(value, 1, locale)),
  };
  const { count, rest } = context;
  const wholes: Whole[] = block.open.length > 0 ? ["all", "described", "final"] : ["all", "described"];
  const apart = wholes.map((whole) => pourRest(tree, block, whole, null));
  const parts = partsOf(tree, block.of);
  return {
    caption: `${figureOf(tree, block.of).label}: shares and their limits`,
    note:
      `The limits are of all ${count(apart[0].total)}: an outcome’s share if none of the ` +
      `${count(rest.count)} “${rest.label}” belonged to it, and if all of them did. They are not estimates.`,
    wholes: apart.map(({ total }, at) => nameWhole(wholes[at], total, context)),
    rows: parts.map((part, at) => viewRow(part, at, apart, context)),
    data: {
      counts: parts.map((part) => part.count),
      hues: parts.map(({ id }) => hueOf(tree, id)),
      rest: parts.indexOf(rest),
      restCount: count(rest.count),
      wholes: wholes.map((whole, at) => viewWhole(whole, apart[at], context)),
    },
  };
}

function viewRow(part: Figure, at: number, apart: readonly Poured[], context: Context): BoundsRow {
  const { tree, block, rest, share } = context;
  const limits = part === rest ? null : limitsOf(tree, block, "all", part.id);
  return {
    label: part.label,
    shares: apart.map(({ parts }) => share(parts[at].share)),
    limits: limits === null ? "–" : `${share(limits.least)}–${share(limits.most)}`,
  };
}

/** What the choice of a whole changes. */
function viewWhole(whole: Whole, apart: Poured, context: Context): BoundsWhole {
  const { tree, block, rest, share } = context;
  const limits = partsOf(tree, block.of).map(({ id }) =>
    id === rest.id ? null : limitsOf(tree, block, whole, id),
  );
  const total = limits.find((each) => each !== null)?.total ?? apart.total;
  return {
    of: [apart.total, total],
    name: nameWhole(whole, total, context),
    least: limits.map((each) => share(each && each.least)),
    most: limits.map((each) => share(each && each.most)),
  };
}

/** With all the rest in it, what is described is all there is. */
function nameWhole(whole: Whole, total: number, { tree, block, count }: Context): string {
  const isAll = total === figureOf(tree, block.of).count;
  return isAll ? `all ${count(total)}` : `the ${count(total)} ${whole}`;
}
