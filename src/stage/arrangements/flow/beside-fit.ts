import { max, sum } from "../../numbers.ts";
import type { Label } from "../../types.ts";
import { labelGap, placeLabel, type BrokenLabel } from "../../words/labels.ts";
import { coarsestFit, rowsOf } from "../fit.ts";
import { evenGap, stackBars } from "./bar-rows.ts";
import { barLimit, barWidth, labelWidth } from "./bar-sizes.ts";
import { headingOf } from "./plan.ts";
import type { BarRow, FlowPlan } from "./types.ts";

/** Fractions of the stage's width: the least and the most that the bands take, and the least for the heading. */
const shortestBand = 0.16;
const longestBand = 0.3;
const headingFraction = 0.3;
/** Room between labels and the stage's edge, in font sizes: widths of words are not measured to the pixel. */
const labelEdge = 0.3;
/** Gaps between bars, in font sizes. */
const smallestGap = 0.6;
const largestGap = 3;
/** Room between the remainder and the dots below it that leave, in dots. */
export const remainderGap = 0.5;

/** The sizes of a layout with the whole beside its bars, in pixels unless said otherwise. */
export interface BesideFit {
  readonly pitch: number;
  /** Rows of dots in a bar. */
  readonly rows: number;
  /** Columns of the whole, its top, and the top of the dots that leave it. */
  readonly columns: number;
  readonly top: number;
  readonly leaveTop: number;
  readonly heading: Label;
  readonly barsLeft: number;
  readonly bars: readonly BarRow[];
}

/** The largest dots with which the whole and, beside it, its bars fit; null where none do. */
export function fitBeside(plan: FlowPlan): BesideFit | null {
  return coarsestFit({
    count: plan.count,
    limit: (rows) => barLimit(plan, rows, plan.size.width * (1 - shortestBand)),
    tryFit: (rows, pitch) => tryFit(plan, rows, pitch),
  });
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: FlowPlan, rows: number, pitch: number): BesideFit | null {
  const { width, height } = plan.size;
  if (rowsOf(plan.bars, rows) * pitch > height) return null;
  const whole = fitWhole(plan, pitch);
  const wholeWidth = whole.columns * pitch;
  const leftmost = Math.max(wholeWidth + shortestBand * width, whole.headingWidth + plan.fontSize);
  const longest = longestBar(plan, rows, pitch);
  if (whole.end > height || leftmost + longest > width) return null;
  const wished = Math.min(width - longest, wholeWidth + longestBand * width);
  const barsLeft = Math.max(leftmost, wished);
  const bars = centreBars(plan, rows, pitch, barsLeft);
  return bars && { pitch, rows, ...whole, barsLeft, bars };
}

/** Columns of the whole at a pitch, and its edges: as few columns as its height allows. */
function fitWhole(plan: FlowPlan, pitch: number) {
  const { size, count, remainder, fontSize } = plan;
  const topBelow = (heading: BrokenLabel) => heading.height + fontSize * labelGap;
  const leastHeading = size.width * headingFraction;
  const mostRows = (size.height - topBelow(headingOf(plan, leastHeading))) / pitch;
  const rowsAbove = (columns: number) =>
    remainder ? rowsOfWhole(plan, columns).remainder + remainderGap : 0;
  const rowsInAll = (columns: number) => sum(rowsOfWhole(plan, columns).bars) + rowsAbove(columns);
  let columns = Math.max(1, Math.ceil(count / mostRows));
  while (columns < count && rowsInAll(columns) > mostRows) columns++;
  const headingWidth = Math.max(leastHeading, columns * pitch);
  const heading = headingOf(plan, headingWidth);
  const top = topBelow(heading);
  return {
    columns,
    headingWidth,
    heading: placeLabel(heading, 0, 0),
    top,
    leaveTop: top + rowsAbove(columns) * pitch,
    end: top + rowsInAll(columns) * pitch,
  };
}

/** Rows of a whole with so many columns: those of the remainder, and those of each bar, which all begin afresh. */
export function rowsOfWhole(
  { bars, remainder }: FlowPlan,
  columns: number,
): { readonly remainder: number; readonly bars: readonly number[] } {
  return {
    remainder: Math.ceil((remainder?.count ?? 0) / columns),
    bars: bars.map(({ count }) => Math.ceil(count / columns)),
  };
}

/** Width of the longest bar of so many rows, or of its label. */
function longestBar({ bars, fontSize }: FlowPlan, rows: number, pitch: number): number {
  const widths = bars.map((bar) =>
    Math.max(barWidth(bar, rows, pitch), labelWidth(bar.label) + fontSize * labelEdge),
  );
  return max(widths, 0);
}

/** The bars one below the other, in the middle of the stage's height; null where they don't fit. */
function centreBars(plan: FlowPlan, rows: number, pitch: number, left: number): BarRow[] | null {
  const { size, fontSize } = plan;
  const { height, below, spread } = stackBars(plan, { rows, pitch, left, right: size.width });
  const room = size.height - height - (below.at(-1) ?? 0);
  const gaps = below.slice(0, -1);
  const gap = evenGap(gaps, room, fontSize * smallestGap, fontSize * largestGap);
  if (gap === null) return null;
  const spare = gaps.reduce((left, need) => left - Math.max(gap, need), room);
  return spread(spare / 2, gap);
}
