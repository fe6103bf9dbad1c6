import { bandsBeside, travelBeside, type Slice } from "./beside-lanes.ts";
import { coarsestFit, toPoints } from "./grid.ts";
import { labelGap, leastWidth } from "./labels.ts";
import { openBlock, settle, spotsByRow, type Region } from "./open-block.ts";
import {
  barLimit,
  barSpots,
  columnsOf,
  evenGap,
  headings,
  stackBars,
  thicknesses,
  type BarRow,
  type Parting,
  type PartingPlan,
} from "./parting.ts";

/** Shares of the stage's width: the least and the most that the bands take, and the most for the words of the whole. */
const shortestBand = 0.16;
const longestBand = 0.3;
export const headingShare = 0.3;
/** A word of up to this width, in font sizes, is not broken for want of room beside the whole. */
const roomForWord = 12;
/** Gaps between bars, in font sizes. */
const smallestGap = 0.9;
const largestGap = 3;
/** Room between what stays and the bands below it, in dots. */
const restGap = 0.5;

/** Sizes of one try, in pixels unless said otherwise. */
interface Fit {
  readonly pitch: number;
  /** Rows of dots in a bar; columns and rows of the whole, and its top. */
  readonly rows: number;
  readonly columns: number;
  readonly wholeRows: number;
  readonly top: number;
  readonly barsLeft: number;
  readonly bars: readonly BarRow[];
}

/** So many columns, or a few more, that the last row is not nearly empty. */
function fullest(count: number, columns: number): number {
  for (let more = 0; more < 3; more++) {
    const inLastRow = count % (columns + more);
    if (inLastRow === 0 || inLastRow * 3 > columns) return columns + more;
  }
  return columns;
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: PartingPlan, rows: number, pitch: number): Fit | null {
  const { size, count, bars, em } = plan;
  const { width, height } = size;
  if (bars.length * rows * pitch > height) return null;
  const top = headings(plan, width * headingShare).height + em * labelGap;
  const columns = fullest(
    count,
    Math.max(1, Math.ceil(count / Math.max(1, Math.floor((height - top) / pitch)))),
  );
  const wholeRows = Math.ceil(count / columns);
  const wholeWidth = columns * pitch;
  const leftmost = Math.max(wholeWidth + shortestBand * width, width * headingShare + em);
  const longestBar = Math.max(0, ...bars.map((bar) => columnsOf(bar, rows))) * pitch;
  const longest = Math.max(longestBar, ...bars.map(({ words }) => leastWidth(words, em * roomForWord)));
  if (wholeRows * pitch > height - top || leftmost + longest > width) return null;

  const wished = Math.min(width - longest, wholeWidth + longestBand * width);
  const barsLeft = Math.max(leftmost, wished);
  const { used, below, spread } = stackBars(plan, { rows, pitch, left: barsLeft, right: width });
  const last = below.at(-1) ?? 0;
  const gap = evenGap(below.slice(0, -1), height - used - last, em * smallestGap, em * largestGap);
  if (gap === null) return null;
  const rest = below.slice(0, -1).reduce((room, need) => room - Math.max(gap, need), height - used - last);
  return { pitch, rows, columns, wholeRows, top, barsLeft, bars: spread(rest / 2, gap) };
}

/** The regions of a whole with so many columns, from the top: first what stays, then slices in the order of the bars. */
function regionsOf({ count, bars, rest }: PartingPlan, columns: number): Region[] {
  const spots = spotsByRow(count, columns);
  let next = 0;
  return (rest ? [rest, ...bars] : bars).map(({ start, count }) => ({
    start,
    spots: spots.slice(next, (next += count)),
  }));
}

/** Where each bar's dots leave the whole, and where they arrive. */
function slicesOf(
  { bars, rest }: PartingPlan,
  { columns, wholeRows, pitch, top, rows, bars: barRows }: Fit,
): Slice[] {
  const all = wholeRows * pitch;
  const stays = rest ? (Math.ceil(rest.count / columns) + restGap) * pitch : 0;
  // What leaves begins no lower than in the last row.
  const restHeight = Math.min(stays, Math.max(0, all - pitch));
  const thicks = thicknesses(bars, all - restHeight);
  let from = top + restHeight;
  return barRows.map(({ bar, dotsTop }, at) => {
    const to = from + thicks[at];
    const slice = { bar, from, to, dotsTop, dotsEnd: dotsTop + Math.min(rows, bar.count) * pitch };
    from = to;
    return slice;
  });
}

/** The whole at the left, its parts as bars at the right, one under the other. Null where the stage is too small. */
export function partBeside(plan: PartingPlan): Parting | null {
  const { size, count } = plan;
  const fit = coarsestFit({
    count,
    limit: (rows) => barLimit(plan, rows, size.width * (1 - shortestBand)),
    tryFit: (rows, pitch) => tryFit(plan, rows, pitch),
  });
  if (fit === null) return null;
  const { pitch, rows, top, barsLeft } = fit;
  // Every dot faces its place in its bar: the one in front goes farthest, the upper one into the upper row.
  const closed = settle(count, regionsOf(plan, fit.columns), ({ spots }) => barSpots(spots.length, rows));
  const whole = toPoints(closed, pitch, 0, top);
  const bars = { x: whole.x.slice(), y: whole.y.slice() };
  const turn = new Float64Array(count);
  for (const { bar, dotsTop } of fit.bars) {
    barSpots(bar.count, rows).forEach(({ x, y }, q) => {
      const i = bar.start + q;
      bars.x[i] = barsLeft + (x + 0.5) * pitch;
      bars.y[i] = dotsTop + (y + 0.5) * pitch;
      turn[i] = 1 - (x + 0.5) / Math.ceil(bar.count / rows);
    });
  }
  const gate = { leave: fit.columns * pitch + pitch, arrive: barsLeft - pitch * 0.5 };
  return {
    pitch,
    thickness: rows,
    whole,
    ...openBlock(plan, top, closed, (columns) => regionsOf(plan, columns)),
    bars,
    rows: fit.bars,
    bands: bandsBeside(slicesOf(plan, fit), gate),
    turn,
    travel: travelBeside(gate, whole, bars),
  };
}
