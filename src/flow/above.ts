import { pathRound } from "d3-path";
import { cells, foldOrder, foldThatFits, points, toPoints, unfold, type Cells, type Points } from "./grid.ts";
import { labelGap, wording, wordingHeight } from "./labels.ts";
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
  /** Rows of dots in a bar. */
  readonly rows: number;
  readonly top: number;
  readonly barRows: BarRow[];
}

/** The trunk's width, and where the bars begin. */
function trunk({ size, em }: PartingPlan) {
  const width = Math.min(110, Math.max(32, size.width * 0.15));
  return { width, barsLeft: width + em * 0.6 };
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: PartingPlan, rows: number, pitch: number): Fit | null {
  const { size, bars, rest, em } = plan;
  const { width, height } = size;
  const left = trunk(plan).barsLeft;
  const room = width - left;
  const tooLong = bars.some((bar) => (Math.ceil(bar.count / rows) + mostGaps(plan, bar)) * pitch > room);
  if (tooLong || Math.ceil((rest?.count ?? 0) / rows) * pitch > width) return null;
  if (bars.length * rows * pitch > height) return null;
  const top = headingHeight(plan, width) + em * labelGap;
  const words = bars.map((bar) => wording(bar.figure, bar.figure.label, plan.format, em, room));
  const heights = bars.map((bar, i) => ({
    words: wordingHeight(words[i]) + em * labelGap,
    parts: partWordsHeight(plan, bar, rows, pitch, left, width),
  }));
  const restHeight = rest ? rows * pitch : 0;
  const used = heights.reduce(
    (sum, { words, parts }) => sum + words + parts + rows * pitch,
    top + restHeight,
  );
  const gap = (height - used) / Math.max(1, bars.length);
  if (gap < em * 0.3) return null;
  const spread = Math.min(gap, em * 2.5);
  let y = top + restHeight + spread;
  const barRows = bars.map((bar, i): BarRow => {
    const dotsTop = y + heights[i].words;
    const partsTop = dotsTop + rows * pitch + em * labelGap * 0.5;
    const row = { bar, words: words[i], left, right: width, top: y, dotsTop, partsTop };
    y = dotsTop + rows * pitch + heights[i].parts + spread;
    return row;
  });
  return { pitch, rows, top, barRows };
}

/**
 * The cell of each dot in the whole, which is as wide as the stage. What stays sits at the top left, as the bar that
 * it will be; the rest stands in upright strips, the last bar's at the left, as they hang in the trunk, and in each
 * strip the dots of one lane together, the lowest of them those that go farthest.
 */
function wholeCells(plan: PartingPlan, rows: number, columns: number, fold: number): Cells {
  const { share, rest, bars } = plan;
  const grid = cells(share.count);
  const resting = rest?.count ?? 0;
  const taken = new Int32Array(columns);
  foldOrder(resting, rows, fold).forEach(({ along, line }, q) => {
    grid.column[rest!.start + q] = line;
    grid.row[rest!.start + q] = along;
    taken[line]++;
  });
  const lines = Math.ceil(share.count / columns);
  const full = share.count - (lines - 1) * columns;
  const free: { column: number; row: number }[] = [];
  for (let column = 0; column < columns; column++) {
    const height = column < full ? lines : lines - 1;
    for (let row = taken[column]; row < height; row++) free.push({ column, row });
  }
  let next = 0;
  for (const bar of [...bars].reverse()) {
    for (let lane = rows - 1; lane >= 0; lane--) {
      const dots: number[] = [];
      for (let q = lane; q < bar.count; q += rows) dots.push(bar.start + q);
      const places = free
        .slice(next, next + dots.length)
        .sort((a, b) => a.row - b.row || a.column - b.column);
      next += dots.length;
      dots.forEach((dot, i) => {
        grid.column[dot] = places[i].column;
        grid.row[dot] = places[i].row;
      });
    }
  }
  return grid;
}

/** Handle of a Bézier curve that comes close to a quarter of a circle, as a share of its radius. */
const quarter = 0.5523;

/** A point of a cubic Bézier curve in one dimension. */
function bezier(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** One lane: down the trunk at `x`, round a corner, and along a bar at `y` from `left`. */
interface Lane {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly bend: number;
}

/** The whole on top, its parts as bars below, and a trunk at the left that thins as each bar leaves it. */
export function partAbove(plan: PartingPlan): Parting | null {
  const fit = coarsestFit(plan, (rows, pitch) => tryFit(plan, rows, pitch));
  if (fit === null) return null;
  const { share, size, bars, rest, em } = plan;
  const { pitch, rows, top, barRows } = fit;
  const { width: trunkWidth, barsLeft } = trunk(plan);
  const room = { width: size.width, height: size.height - top };
  const most = Math.max(1, Math.min(share.count, Math.floor(size.width / pitch)));
  const fold = foldThatFits(most, Math.ceil(share.count / most), pitch, room, true);
  const columns = most - (most % fold);
  const closed = wholeCells(plan, rows, columns, fold);
  const whole = toPoints(closed, pitch, 0, top);
  const block = toPoints(unfold(closed, fold, true), pitch * fold, 0, top);
  const wholeEnd = top + Math.ceil(share.count / columns) * pitch;

  const ends = points(share.count);
  for (let q = 0; q < (rest?.count ?? 0); q++) {
    ends.x[rest!.start + q] = whole.x[rest!.start + q];
    ends.y[rest!.start + q] = whole.y[rest!.start + q];
  }
  const leaving = bars.reduce((sum, bar) => sum + bar.count, 0);
  const turn = new Float64Array(share.count);
  const lanes = new Array<Lane | null>(share.count).fill(null);
  const bands: { figure: (typeof bars)[number]["figure"]; path: string }[] = [];
  const trunkTop = rest ? top + rows * pitch + em * 0.3 : top;
  const arrive = barsLeft - pitch * 0.5;
  let right = trunkWidth;
  for (const { bar, dotsTop } of barRows) {
    const thick = (trunkWidth * bar.count) / Math.max(1, leaving);
    const lane = (across: number): Lane => {
      const x = right - thick * across;
      const y = dotsTop + rows * pitch * across;
      return { x, y, left: arrive, bend: Math.min((arrive - x) * 0.9, Math.max(0, y - trunkTop)) };
    };
    for (let q = 0; q < bar.count; q++) {
      const i = bar.start + q;
      ends.x[i] = barsLeft + (Math.floor(q / rows) + 0.5) * pitch;
      ends.y[i] = dotsTop + ((q % rows) + 0.5) * pitch;
      turn[i] = 1 - (Math.floor(q / rows) + 0.5) / Math.ceil(bar.count / rows);
      lanes[i] = lane(((q % rows) + 0.5) / rows);
    }
    if (bar.count > 0) bands.push({ figure: bar.figure, path: bandPath(lane(0), lane(1), trunkTop) });
    right -= thick;
  }

  const travel = (i: number, x1: number, way: number, to: Points) => {
    const lane = lanes[i];
    if (lane === null) {
      to.x[i] = whole.x[i];
      to.y[i] = whole.y[i];
      return;
    }
    const { x, y, left, bend } = lane;
    const x0 = whole.x[i];
    const y0 = whole.y[i];
    const corner = y - bend;
    const enter = Math.min(corner, Math.max(wholeEnd, y0 + pitch));
    const legs = [
      Math.abs(x - x0) * 0.6 + Math.abs(enter - y0),
      corner - enter,
      (bend + left - x) * 0.8,
      Math.max(0, x1 - left),
    ];
    let rest = way * (legs[0] + legs[1] + legs[2] + legs[3]);
    if (rest < legs[0]) {
      const t = rest / legs[0];
      const handle = (enter - y0) * 0.5;
      to.x[i] = bezier(x0, x0, x, x, t);
      to.y[i] = bezier(y0, y0 + handle, enter - handle, enter, t);
    } else if ((rest -= legs[0]) < legs[1]) {
      to.x[i] = x;
      to.y[i] = enter + rest;
    } else if ((rest -= legs[1]) < legs[2]) {
      const t = rest / legs[2];
      to.x[i] = bezier(x, x, left - (left - x) * quarter, left, t);
      to.y[i] = bezier(corner, corner + bend * quarter, y, y, t);
    } else {
      to.x[i] = legs[3] === 0 ? x1 : left + ((rest - legs[2]) * (x1 - left)) / legs[3];
      to.y[i] = y;
    }
  };
  return {
    pitch,
    thickness: rows,
    whole,
    block,
    blockPitch: pitch * fold,
    bars: ends,
    heading: { x: 0, top: top - em * labelGap, width: size.width },
    rows: barRows,
    bands,
    turn,
    travel,
  };
}

/** The outline of a band between its uppermost and its lowest lane. */
function bandPath(inner: Lane, outer: Lane, top: number): string {
  const line = pathRound(1);
  const turn = ({ x, y, left, bend }: Lane) =>
    line.bezierCurveTo(x, y - bend + bend * quarter, left - (left - x) * quarter, y, left, y);
  line.moveTo(inner.x, top);
  line.lineTo(inner.x, inner.y - inner.bend);
  turn(inner);
  line.lineTo(outer.left, outer.y);
  const { x, y, left, bend } = outer;
  line.bezierCurveTo(left - (left - x) * quarter, y, x, y - bend + bend * quarter, x, y - bend);
  line.lineTo(x, top);
  line.closePath();
  return line.toString();
}
