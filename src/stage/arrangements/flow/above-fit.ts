import { max } from "../../numbers.ts";
import type { Label } from "../../types.ts";
import { labelGap, placeLabel } from "../../words/labels.ts";
import { coarsestFit, rowsOf } from "../fit.ts";
import { evenGap, stackBars } from "./bar-rows.ts";
import { barLimit, barWidth } from "./bar-sizes.ts";
import { headingOf } from "./plan.ts";
import type { BarRow, FlowPlan } from "./types.ts";

/** The trunk takes this fraction of the stage's width, within limits in pixels. */
const trunkFraction = 0.15;
const thinnestTrunk = 32;
const thickestTrunk = 110;
/** Gaps between bars, in font sizes. */
const smallestGap = 0.4;
const largestGap = 2.5;

/** The sizes of a layout with the whole above its bars, in pixels unless said otherwise. */
export interface AboveFit {
  readonly pitch: number;
  /** Rows of dots in a bar. */
  readonly rows: number;
  /** Top of the whole, and of what lies below its remainder. */
  readonly top: number;
  readonly remainderEnd: number;
  readonly heading: Label;
  readonly bars: readonly BarRow[];
}

/** The largest dots with which the whole and, below it, its bars fit; null where none do. */
export function fitAbove(plan: FlowPlan): AboveFit | null {
  return coarsestFit({
    count: plan.count,
    limit: (rows) => barLimit(plan, rows, plan.size.width - trunkOf(plan).barsLeft),
    tryFit: (rows, pitch) => tryFit(plan, rows, pitch),
  });
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: FlowPlan, rows: number, pitch: number): AboveFit | null {
  const { size, count, bars, remainder, fontSize } = plan;
  const { width, height } = size;
  const left = trunkOf(plan).barsLeft;
  const remainderColumns = Math.ceil((remainder?.count ?? 0) / rows);
  const longest = max(
    bars.map((bar) => barWidth(bar, rows, pitch)),
    0,
  );
  if (remainderColumns * pitch > width || longest > width - left) return null;
  if (rowsOf(bars, rows) * pitch > height) return null;
  const heading = headingOf(plan, width);
  const top = heading.height + fontSize * labelGap;
  if (top + Math.ceil(count / Math.floor(width / pitch)) * pitch > height) return null;
  const remainderEnd = top + Math.min(rows, remainder?.count ?? 0) * pitch;
  const stack = stackBars(plan, { rows, pitch, left, right: width });
  // The first gap parts the bars from the remainder on top.
  const gaps = [0, ...stack.below.slice(0, -1)];
  const room = height - remainderEnd - stack.height - (stack.below.at(-1) ?? 0);
  const gap = evenGap(gaps, room, fontSize * smallestGap, fontSize * largestGap);
  if (gap === null) return null;
  return {
    pitch,
    rows,
    top,
    remainderEnd,
    heading: placeLabel(heading, 0, 0),
    bars: stack.spread(remainderEnd + gap, gap),
  };
}

/** Width of the trunk, and left end of the bars, in pixels. */
export function trunkOf({ size, fontSize }: FlowPlan): { width: number; barsLeft: number } {
  const width = Math.min(thickestTrunk, Math.max(thinnestTrunk, size.width * trunkFraction));
  return { width, barsLeft: width + fontSize * 0.6 };
}
