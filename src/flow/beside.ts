import { pathRound } from "d3-path";
import { cells, foldOrder, foldThatFits, points, toPoints, unfold, type Cells, type Points } from "./grid.ts";
import { labelGap, wording, wordingHeight, wordingWidth } from "./labels.ts";
import {
  coarsestFit,
  headingHeight,
  mostGaps,
  partWordsHeight,
  type BarRow,
  type Parting,
  type PartingPlan,
} from "./parting.ts";

/** Sizes of one try, in pixels unless said otherwise. */
interface Fit {
  readonly pitch: number;
  /** Rows of dots in a bar, and in the whole. */
  readonly rows: number;
  readonly wholeRows: number;
  readonly wholeColumns: number;
  readonly top: number;
  readonly barsLeft: number;
  readonly barRows: BarRow[];
}

/** Shares of the stage's width: the least and the most that the bands take, and what the words of the whole may. */
const shortestBand = 0.16;
const longestBand = 0.3;
const headingShare = 0.3;

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: PartingPlan, rows: number, pitch: number): Fit | null {
  const { size, share, bars, em } = plan;
  const { width, height } = size;
  const top = headingHeight(plan, width * headingShare) + em * labelGap;
  if (height - top < pitch) return null;
  const wholeColumns = Math.max(1, Math.ceil(share.count / Math.floor((height - top) / pitch)));
  const wholeRows = Math.ceil(share.count / wholeColumns);
  const wholeWidth = wholeColumns * pitch;
  const columns = Math.max(0, ...bars.map((bar) => Math.ceil(bar.count / rows) + mostGaps(plan, bar)));
  const leftmost = Math.max(wholeWidth + shortestBand * width, width * headingShare + em);
  const room = width - leftmost;
  if (columns * pitch > room || bars.length * rows * pitch > height) return null;

  const words = bars.map((bar) => wording(bar.figure, bar.figure.label, plan.format, em, room));
  const widest = Math.max(columns * pitch, ...words.map(wordingWidth));
  const barsLeft = Math.max(leftmost, Math.min(width - widest, wholeWidth + longestBand * width));
  const heights = bars.map((bar, i) => ({
    words: wordingHeight(words[i]) + em * labelGap,
    parts: partWordsHeight(plan, bar, rows, pitch, barsLeft, width),
  }));
  const used = heights.reduce((sum, { words, parts }) => sum + words + parts + rows * pitch, 0);
  const gaps = Math.max(1, bars.length - 1);
  const gap = (height - used) / gaps;
  if (bars.length > 1 ? gap < em * 0.55 : used > height) return null;

  const spread = Math.min(gap, em * 3);
  let y = bars.length > 1 ? (height - used - spread * gaps) / 2 : 0;
  const barRows = bars.map((bar, i): BarRow => {
    const dotsTop = y + heights[i].words;
    const partsTop = dotsTop + rows * pitch + em * labelGap;
    const row = { bar, words: words[i], left: barsLeft, right: width, top: y, dotsTop, partsTop };
    y = partsTop - em * labelGap + heights[i].parts + spread;
    return row;
  });
  return { pitch, rows, wholeRows, wholeColumns, top, barsLeft, barRows };
}

/** The cell of each dot in its bar: columns fill from the left. */
function barCells(plan: PartingPlan, rows: number): Cells {
  const grid = cells(plan.share.count);
  for (const bar of plan.rest ? [...plan.bars, plan.rest] : plan.bars) {
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
function wholeCells(plan: PartingPlan, fit: Fit, fold: number, inBar: Cells): Cells {
  const { wholeColumns, rows } = fit;
  const grid = cells(plan.share.count);
  const free = foldOrder(plan.share.count, wholeColumns, fold);
  const settle = (dots: readonly number[], first: number) => {
    const places = free
      .slice(first, first + dots.length)
      .sort((a, b) => a.along - b.along || a.line - b.line);
    dots.forEach((dot, i) => {
      grid.column[dot] = places[i].along;
      grid.row[dot] = places[i].line;
    });
    return first + dots.length;
  };
  let next = plan.rest
    ? settle(
        Array.from({ length: plan.rest.count }, (_, q) => plan.rest!.start + q),
        0,
      )
    : 0;
  for (const bar of plan.bars) {
    for (let lane = 0; lane < rows; lane++) {
      const dots: number[] = [];
      for (let q = lane; q < bar.count; q += rows) dots.push(bar.start + q);
      dots.sort((a, b) => inBar.column[a] - inBar.column[b]);
      next = settle(dots, next);
    }
  }
  return grid;
}

/** Rises from 0 to 1 as a cubic Bézier does whose handles lie at a third and two thirds of its width. */
function swing(share: number): number {
  const s = share < 0 ? 0 : share > 1 ? 1 : share;
  return s * s * (3 - 2 * s);
}

/** The whole at the left, its parts as bars at the right, one under the other. Null where the size is too small. */
export function partBeside(plan: PartingPlan): Parting | null {
  const fit = coarsestFit(plan, (rows, pitch) => tryFit(plan, rows, pitch));
  if (fit === null) return null;
  const { share, size, bars, rest, em } = plan;
  const { pitch, rows, top, barsLeft, barRows } = fit;
  const inBar = barCells(plan, rows);
  const room = { width: size.width, height: size.height - top };
  const fold = foldThatFits(fit.wholeColumns, fit.wholeRows, pitch, room, false);
  const closed = wholeCells(plan, fit, fold, inBar);
  const whole = toPoints(closed, pitch, 0, top);
  const block = toPoints(unfold(closed, fold, false), pitch * fold, 0, top);

  const ends = points(share.count);
  for (let i = 0; i < share.count; i++) {
    ends.x[i] = whole.x[i];
    ends.y[i] = whole.y[i];
  }
  const laneOf = new Float64Array(share.count);
  const turn = new Float64Array(share.count);
  const rowOf = new Int32Array(share.count).fill(-1);
  barRows.forEach(({ bar, dotsTop }, row) => {
    for (let i = bar.start; i < bar.start + bar.count; i++) {
      ends.x[i] = barsLeft + (inBar.column[i] + 0.5) * pitch;
      ends.y[i] = dotsTop + (inBar.row[i] + 0.5) * pitch;
      laneOf[i] = (inBar.row[i] + 0.5) / rows;
      turn[i] = 1 - (inBar.column[i] + 0.5) / Math.ceil(bar.count / rows);
      rowOf[i] = row;
    }
  });

  const leaving = bars.reduce((sum, bar) => sum + bar.count, 0);
  const restHeight = rest ? Math.ceil(rest.count / fit.wholeColumns) * pitch + em * 0.5 : 0;
  const leavingHeight = Math.max(0, fit.wholeRows * pitch - restHeight);
  const mouth = fit.wholeColumns * pitch + pitch;
  const arrive = barsLeft - pitch * 0.5;
  let passed = 0;
  const slices = barRows.map(({ bar, dotsTop }) => {
    const from = top + restHeight + (leavingHeight * passed) / Math.max(1, leaving);
    passed += bar.count;
    const to = top + restHeight + (leavingHeight * passed) / Math.max(1, leaving);
    return { from, to, dotsTop, dotsEnd: dotsTop + rows * pitch };
  });
  const bands = slices
    .map(({ from, to, dotsTop, dotsEnd }, i) => {
      const third = (arrive - mouth) / 3;
      const line = pathRound(1);
      line.moveTo(0, from);
      line.lineTo(mouth, from);
      line.bezierCurveTo(mouth + third, from, arrive - third, dotsTop, arrive, dotsTop);
      line.lineTo(arrive, dotsEnd);
      line.bezierCurveTo(arrive - third, dotsEnd, mouth + third, to, mouth, to);
      line.lineTo(0, to);
      line.closePath();
      return { figure: barRows[i].bar.figure, count: barRows[i].bar.count, path: line.toString() };
    })
    .filter(({ count }) => count > 0);

  const travel = (i: number, x1: number, way: number, to: Points) => {
    const x0 = whole.x[i];
    const x = x0 + (x1 - x0) * way;
    to.x[i] = x;
    if (rowOf[i] < 0) to.y[i] = whole.y[i];
    else {
      const { from, to: end, dotsTop, dotsEnd } = slices[rowOf[i]];
      const along = swing((x - mouth) / (arrive - mouth));
      const upper = from + (dotsTop - from) * along;
      const lower = end + (dotsEnd - end) * along;
      const inBand = upper + (lower - upper) * laneOf[i];
      const entered = swing((x - x0) / (mouth - x0));
      to.y[i] = whole.y[i] + (inBand - whole.y[i]) * entered;
    }
  };
  return {
    pitch,
    thickness: rows,
    whole,
    block,
    blockPitch: pitch * fold,
    bars: ends,
    heading: { x: 0, top: top - em * labelGap, width: size.width * headingShare },
    rows: barRows,
    bands,
    turn,
    travel,
  };
}
