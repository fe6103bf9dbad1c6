import type { Language } from "../language/types.ts";
import { hueOf } from "../stage/draw/hue.ts";
import { apportion } from "../stage/groups/apportion.ts";
import { assignRemainder, type Limits, limitsOf, type Whole } from "../outcomes/bounds.ts";
import type { Fraction } from "../outcomes/fraction.ts";
import { figureOf, partsOf } from "../outcomes/tree.ts";
import type { Figure, FigureTree } from "../outcomes/types.ts";
import type { Block } from "../story/types.ts";

export type BoundsBlock = Extract<Block, { type: "bounds" }>;

/** A block of bounds in words: a table for all readers, and a panel for those with script. */
export interface BoundsView {
  readonly caption: string;
  /** What the limits are. */
  readonly note: string;
  /** "Share of", the wholes ("all 1,841", "the 895 final"), "Limits" */
  readonly heads: readonly string[];
  readonly rows: readonly BoundsRow[];
  readonly panel: BoundsPanel;
}

export interface BoundsRow {
  readonly label: string;
  /** A share of each whole: "15.8%"; "–" where it is no part of it. */
  readonly shares: readonly string[];
  /** "15.8%–35.5%"; "–" for the rest itself. */
  readonly limits: string;
}

/** What the script shows: two choices, and what the outcomes come to with each. It works nothing out. */
export interface BoundsPanel {
  /** What the two choices are called: "Shares of", "Count the 363 as". */
  readonly labels: readonly [wholes: string, outcomes: string];
  readonly outcomes: readonly { readonly name: string; readonly hue: number; readonly dots: number }[];
  /** The place of the rest among the outcomes: counted as itself, it stands apart. */
  readonly rest: number;
  /** By the outcome that the rest is counted as, then by the whole. */
  readonly choices: readonly (readonly BoundsChoice[])[];
}

export interface BoundsChoice {
  /** "all 1,841" */
  readonly whole: string;
  /** Of each outcome; null where it is no part of the whole. */
  readonly shares: readonly (string | null)[];
  /** What the choice means: between which limits the outcome lies. */
  readonly words: string;
}

/** Where no outcome is said to be open, no whole of final ones is offered. `dot` is how many a dot stands for. */
export function viewBounds(
  tree: FigureTree,
  block: BoundsBlock,
  dot: number,
  language: Language,
): BoundsView {
  const { bounds, count } = language;
  const share = (value: Fraction) => language.share(value, 1);
  const rest = figureOf(tree, block.rest);
  const wholes: Whole[] = block.open.length > 0 ? ["all", "described", "final"] : ["all", "described"];
  const outcomes = partsOf(tree, block.of);
  const dots = shareDotsOf(outcomes, dot);
  const sayLimits = ({ least, most }: Limits) => bounds.range({ least: share(least), most: share(most) });

  const choose = (whole: Whole, into: Figure): BoundsChoice => {
    const { total, parts } = assignRemainder(tree, block, whole, into === rest ? null : into.id);
    const limits = into === rest ? null : limitsOf(tree, block, whole, into.id);
    return {
      whole: bounds.whole({ whole, count: count(total) }),
      shares: parts.map((part) => part.share && share(part.share)),
      words: limits
        ? bounds.limitsOf({
            label: into.label,
            range: sayLimits(limits),
            total: count(total),
            rest: count(rest.count),
          })
        : bounds.apart({ rest: count(rest.count), isPart: whole === "all" }),
    };
  };
  const apart = wholes.map((whole) => choose(whole, rest));
  return {
    caption: bounds.caption({ label: figureOf(tree, block.of).label }),
    note: bounds.note({
      total: count(figureOf(tree, block.of).count),
      rest: count(rest.count),
      label: rest.label,
    }),
    heads: [bounds.shareOf, ...apart.map(({ whole }) => whole), bounds.limits],
    rows: outcomes.map(({ id, label }, at) => {
      const limits = id === rest.id ? null : limitsOf(tree, block, "all", id);
      return {
        label,
        shares: apart.map(({ shares }) => shares[at] ?? "–"),
        limits: limits ? sayLimits(limits) : "–",
      };
    }),
    panel: {
      labels: [bounds.sharesOf, bounds.countAs({ rest: count(rest.count) })],
      outcomes: outcomes.map(({ id, label }, at) => ({ name: label, hue: hueOf(tree, id), dots: dots[at] })),
      rest: outcomes.indexOf(rest),
      choices: outcomes.map((into) => wholes.map((whole) => choose(whole, into))),
    },
  };
}

/** At least one dot for what counts anything, all in proportion. */
function shareDotsOf(figures: readonly Figure[], dot: number): number[] {
  const counts = figures.map(({ count }) => count);
  const fewest = counts.map((count) => Math.min(1, count));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return apportion(Math.max(Math.round(sum(counts) / dot), sum(fewest)), counts, fewest);
}
