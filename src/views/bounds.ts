import { hueOf } from "../stage/draw/hue.ts";
import { apportion } from "../stage/groups/dots.ts";
import { type Limits, limitsOf, pourRest, type Whole } from "../outcomes/bounds.ts";
import { formatCount } from "../outcomes/counts.ts";
import type { Fraction } from "../outcomes/fraction.ts";
import { formatShare } from "../outcomes/shares.ts";
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
export function viewBounds(tree: FigureTree, block: BoundsBlock, dot: number, locale: string): BoundsView {
  const count = (value: number) => formatCount(value, locale);
  const share = (value: Fraction) => formatShare(value, 1, locale);
  const rest = figureOf(tree, block.rest);
  const wholes: Whole[] = block.open.length > 0 ? ["all", "described", "final"] : ["all", "described"];
  const outcomes = partsOf(tree, block.of);
  const dots = shareDotsOf(outcomes, dot);
  const sayLimits = ({ least, most }: Limits) => `${share(least)}–${share(most)}`;

  const choose = (whole: Whole, into: Figure): BoundsChoice => {
    const { total, parts } = pourRest(tree, block, whole, into === rest ? null : into.id);
    const limits = into === rest ? null : limitsOf(tree, block, whole, into.id);
    const left = whole === "all" ? "stand apart" : "are left out";
    return {
      whole: whole === "all" ? `all ${count(total)}` : `the ${count(total)} ${whole}`,
      shares: parts.map((part) => part.share && share(part.share)),
      words: limits
        ? `Limits, not estimates, of “${into.label}”: ${sayLimits(limits)} of ${count(total)}, ` +
          `with none or all of the ${count(rest.count)}.`
        : `The ${count(rest.count)} ${left}.`,
    };
  };
  const apart = wholes.map((whole) => choose(whole, rest));
  return {
    caption: `${figureOf(tree, block.of).label}: shares and their limits`,
    note:
      `The limits, not estimates, are of all ${count(figureOf(tree, block.of).count)}, with none or all of the ` +
      `${count(rest.count)} “${rest.label}”.`,
    heads: ["Share of", ...apart.map(({ whole }) => whole), "Limits"],
    rows: outcomes.map(({ id, label }, at) => {
      const limits = id === rest.id ? null : limitsOf(tree, block, "all", id);
      return {
        label,
        shares: apart.map(({ shares }) => shares[at] ?? "–"),
        limits: limits ? sayLimits(limits) : "–",
      };
    }),
    panel: {
      labels: ["Shares of", `Count the ${count(rest.count)} as`],
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
