import { bandsBeside, travelBeside, type Slice } from "./beside-lanes.ts";
import { foldOrder, foldThatFits, unfoldToFit } from "./fold.ts";
import { cells, coarsestFit, toPoints, type Cells } from "./grid.ts";
import { labelGap, widestWord } from "./labels.ts";
import {
  barLimit,
  columnsOf,
  evenGap,
  headings,
  stackBars,
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
  const longest = Math.max(longestBar, ...bars.map(({ words }) => widestWord(words, em * roomForWord)));
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

/** The cell of each dot in its bar, from the left, column by column; what stays has none. */
function barCells({ count, bars }: PartingPlan, rows: number): Cells {
  const grid = cells(count);
  for (const bar of bars) {
    for (let q = 0; q < bar.count; q++) {
      grid.column[bar.start + q] = Math.floor(q / rows);
      grid.row[bar.start + q] = q % rows;
    }
  }
  return grid;
}

/**
 * The cell of each dot in the whole, which fills from the top: first what stays, then slices in the order of the bars,
 * each cut into lanes, so that every dot faces its band and the one in front goes farthest.
 */
function wholeCells({ count, bars, rest }: PartingPlan, { columns, rows }: Fit, fold: number): Cells {
  const grid = cells(count);
  const free = foldOrder(count, columns, fold);
  let next = 0;
  const settle = (dots: readonly number[]) => {
    const places = free.slice(next, next + dots.length).sort((a, b) => a.along - b.along || a.line - b.line);
    dots.forEach((dot, i) => {
      grid.column[dot] = places[i].along;
      grid.row[dot] = places[i].line;
    });
    next += dots.length;
  };
  if (rest) settle(Array.from({ length: rest.count }, (_, q) => rest.start + q));
  for (const bar of bars) {
    for (let lane = 0; lane < rows; lane++) {
      const dots: number[] = [];
      for (let q = lane; q < bar.count; q += rows) dots.push(bar.start + q);
      settle(dots);
    }
  }
  return grid;
}

/** Where each bar's dots leave the whole, and where they arrive. */
function slicesOf(
  { bars, rest, em }: PartingPlan,
  { columns, wholeRows, pitch, top, rows, bars: barRows }: Fit,
): Slice[] {
  const all = wholeRows * pitch;
  const stays = rest && rest.count > 0 ? Math.ceil(rest.count / columns) * pitch + em * 0.5 : 0;
  // What leaves begins no lower than in the last row.
  const restHeight = Math.min(stays, Math.max(0, all - pitch));
  const height = all - restHeight;
  const leaving = Math.max(
    1,
    bars.reduce((sum, bar) => sum + bar.count, 0),
  );
  let passed = 0;
  return barRows.map(({ bar, dotsTop }) => {
    const from = top + restHeight + (height * passed) / leaving;
    passed += bar.count;
    const to = top + restHeight + (height * passed) / leaving;
    return { bar, from, to, dotsTop, dotsEnd: dotsTop + rows * pitch };
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
  const room = { width: size.width, height: size.height - top };
  const most = foldThatFits(fit.columns, fit.wholeRows, pitch, room.width, room.height);
  const { closed, open, fold } = unfoldToFit(most, (fold) => wholeCells(plan, fit, fold), false, pitch, room);
  const whole = toPoints(closed, pitch, 0, top);
  const inBar = barCells(plan, rows);
  const bars = { x: whole.x.slice(), y: whole.y.slice() };
  const turn = new Float64Array(count);
  for (const { bar, dotsTop } of fit.bars) {
    for (let i = bar.start; i < bar.start + bar.count; i++) {
      bars.x[i] = barsLeft + (inBar.column[i] + 0.5) * pitch;
      bars.y[i] = dotsTop + (inBar.row[i] + 0.5) * pitch;
      turn[i] = 1 - (inBar.column[i] + 0.5) / Math.ceil(bar.count / rows);
    }
  }
  const slices = slicesOf(plan, fit);
  const gate = { leave: fit.columns * pitch + pitch, arrive: barsLeft - pitch * 0.5 };
  return {
    pitch,
    thickness: rows,
    whole,
    block: toPoints(open, pitch * fold, 0, top),
    blockPitch: pitch * fold,
    bars,
    rows: fit.bars,
    bands: bandsBeside(slices, gate),
    turn,
    travel: travelBeside(slices, gate, whole, bars),
  };
}
