import { sum } from "../../groups/dots.ts";
import { bandsBeside, travelBeside, type Slice } from "./beside-lanes.ts";
import { coarsestFit, toPoints } from "../../motion/grid.ts";
import { labelGap } from "../../words/labels.ts";
import { openBlock, settle, spotsByRow, type Region } from "./open-block.ts";
import {
  barLimit,
  barSpots,
  barWidth,
  evenGap,
  heading,
  rowsOf,
  stackBars,
  wordsWidth,
  type BarRow,
  type Parting,
  type PartingPlan,
} from "./parting.ts";

/** Shares of the stage's width: the least and the most that the bands take, and the most for the words of the whole. */
const shortestBand = 0.16;
const longestBand = 0.3;
const headingShare = 0.3;
/** Room between words and the stage's edge, in font sizes: widths of words are not measured to the pixel. */
const wordsEdge = 0.3;
/** Gaps between bars, in font sizes. */
const smallestGap = 0.6;
const largestGap = 3;
/** Room between the whole and the bend of its bands, and half of it between them and their bars: at most, in pixels. */
const bandGap = 12;
/** Room between what stays and the bands below it, in dots. */
const restGap = 0.5;

/** Sizes of one try, in pixels unless said otherwise. */
interface Fit {
  readonly pitch: number;
  /** Rows of dots in a bar; columns of the whole, its top, and the top of what leaves it. */
  readonly rows: number;
  readonly columns: number;
  readonly top: number;
  readonly leaveTop: number;
  /** Room for the words where the whole stands. */
  readonly room: number;
  readonly barsLeft: number;
  readonly bars: readonly BarRow[];
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: PartingPlan, rows: number, pitch: number): Fit | null {
  const { size, count, bars, rest, em } = plan;
  const { width, height } = size;
  if (rowsOf(bars, rows) * pitch > height) return null;
  const topBelow = (room: number) => heading(plan, room).height + em * labelGap;
  const least = width * headingShare;
  const rowsAtMost = (height - topBelow(least)) / pitch;
  const rowsWith = (columns: number) => {
    const { stay, leave } = rowsOfWhole(plan, columns);
    return sum(leave) + (rest ? stay + restGap : 0);
  };
  let columns = Math.max(1, Math.ceil(count / rowsAtMost));
  while (columns < count && rowsWith(columns) > rowsAtMost) columns++;
  const room = Math.max(least, columns * pitch);
  const top = topBelow(room);
  const leaveTop = top + (rest ? rowsOfWhole(plan, columns).stay + restGap : 0) * pitch;
  const wholeWidth = columns * pitch;
  const leftmost = Math.max(wholeWidth + shortestBand * width, room + em);
  const longest = Math.max(
    0,
    ...bars.map((bar) => Math.max(barWidth(bar, rows, pitch), wordsWidth(bar.words) + em * wordsEdge)),
  );
  if (top + rowsWith(columns) * pitch > height || leftmost + longest > width) return null;

  const wished = Math.min(width - longest, wholeWidth + longestBand * width);
  const barsLeft = Math.max(leftmost, wished);
  const { used, below, spread } = stackBars(plan, { rows, pitch, left: barsLeft, right: width });
  const last = below.at(-1) ?? 0;
  const gap = evenGap(below.slice(0, -1), height - used - last, em * smallestGap, em * largestGap);
  if (gap === null) return null;
  const spare = below.slice(0, -1).reduce((room, need) => room - Math.max(gap, need), height - used - last);
  return { pitch, rows, columns, top, leaveTop, room, barsLeft, bars: spread(spare / 2, gap) };
}

/** Rows of a whole with so many columns: those of what stays, and those of each bar, which all begin afresh. */
function rowsOfWhole({ bars, rest }: PartingPlan, columns: number): { stay: number; leave: number[] } {
  return {
    stay: Math.ceil((rest?.count ?? 0) / columns),
    leave: bars.map(({ count }) => Math.ceil(count / columns)),
  };
}

/** The regions of a whole with so many columns, from the top: first what stays, then slices in the order of the bars. */
function regionsOf({ count, bars, rest }: PartingPlan, columns: number, afresh: boolean): Region[] {
  const regions = rest ? [rest, ...bars] : bars;
  const spots = spotsByRow(count + regions.length * columns, columns);
  return regions.map(({ start, count }) => {
    const taken = { start, spots: spots.splice(0, count) };
    if (afresh) spots.splice(0, -count % columns && columns - (count % columns));
    return taken;
  });
}

/** Where each bar's dots leave the whole, as many rows as they have there, and where they arrive. */
function slicesOf(plan: PartingPlan, { columns, pitch, leaveTop, rows, bars: barRows }: Fit): Slice[] {
  const { leave } = rowsOfWhole(plan, columns);
  let from = leaveTop;
  return barRows.map(({ bar, dotsTop }, at) => {
    const to = from + leave[at] * pitch;
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
  const { pitch, rows, top, leaveTop, barsLeft } = fit;
  // Every dot faces its place in its bar: the one in front goes farthest, the upper one into the upper row.
  const regions = regionsOf(plan, fit.columns, true);
  const closed = settle(count, regions, ({ spots }) => barSpots(spots.length, rows));
  const whole = toPoints(closed, pitch, 0, top);
  const { stay } = rowsOfWhole(plan, fit.columns);
  for (const { start, count } of plan.bars) {
    for (let i = start; i < start + count; i++) whole.y[i] += leaveTop - top - stay * pitch;
  }
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
  const clear = Math.min(pitch, bandGap);
  const gate = { leave: fit.columns * pitch + clear, arrive: barsLeft - clear / 2 };
  return {
    pitch,
    thickness: rows,
    room: fit.room,
    whole,
    ...openBlock(plan, closed, (columns) => regionsOf(plan, columns, false)),
    bars,
    rows: fit.bars,
    bands: bandsBeside(slicesOf(plan, fit), gate),
    turn,
    underWay: 0.42,
    wordsFrom: 0.55,
    travel: travelBeside(gate, whole),
  };
}
