import { bandBelow, laneIn, travelBelow, type Lane, type Strand } from "./above-lanes.ts";
import { foldOrder, foldThatFits, unfoldToFit } from "./fold.ts";
import { cells, coarsestFit, toPoints, type Cells } from "./grid.ts";
import { labelGap } from "./labels.ts";
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

/** The trunk takes this share of the stage's width, within limits in pixels. */
const trunkShare = 0.15;
const thinnestTrunk = 32;
const thickestTrunk = 110;
/** Gaps between bars, in font sizes. */
const smallestGap = 0.3;
const largestGap = 2.5;

/** Sizes of one try, in pixels unless said otherwise. */
interface Fit {
  readonly pitch: number;
  /** Rows of dots in a bar. */
  readonly rows: number;
  /** Top of the whole. */
  readonly top: number;
  readonly bars: readonly BarRow[];
}

function trunkOf({ size, em }: PartingPlan): { width: number; barsLeft: number } {
  const width = Math.min(thickestTrunk, Math.max(thinnestTrunk, size.width * trunkShare));
  return { width, barsLeft: width + em * 0.6 };
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: PartingPlan, rows: number, pitch: number): Fit | null {
  const { size, count, bars, rest, em } = plan;
  const { width, height } = size;
  const left = trunkOf(plan).barsLeft;
  const restColumns = Math.ceil((rest?.count ?? 0) / rows);
  const longest = Math.max(0, ...bars.map((bar) => columnsOf(bar, rows)));
  if (restColumns * pitch > width || longest * pitch > width - left) return null;
  if (bars.length * rows * pitch > height) return null;
  const top = headings(plan, width).height + em * labelGap;
  if (top + Math.ceil(count / Math.floor(width / pitch)) * pitch > height) return null;
  const stay = top + (rest ? rows * pitch : 0);
  const { used, below, spread } = stackBars(plan, { rows, pitch, left, right: width });
  // The first gap parts the bars from what stays on top.
  const gaps = [0, ...below.slice(0, -1)];
  const gap = evenGap(gaps, height - stay - used - (below.at(-1) ?? 0), em * smallestGap, em * largestGap);
  return gap === null ? null : { pitch, rows, top, bars: spread(stay + gap, gap) };
}

/** The whole closed, and unfolded as often as there is room: what stays must fit into its columns. */
function foldWhole(plan: PartingPlan, { pitch, rows, top }: Fit): ReturnType<typeof unfoldToFit> {
  const { size, count, rest } = plan;
  const room = { width: size.width, height: size.height - top };
  const widest = Math.max(1, Math.min(count, Math.floor(size.width / pitch)));
  const columns = (fold: number) => widest - (widest % fold);
  const needed = (fold: number) => Math.ceil((rest?.count ?? 0) / (rows * fold)) * fold;
  let most = foldThatFits(Math.ceil(count / widest), widest, pitch, room.height, room.width);
  while (most > 1 && needed(most) > columns(most)) most--;
  return unfoldToFit(most, (fold) => wholeCells(plan, rows, columns(fold), fold), true, pitch, room);
}

/**
 * The cell of each dot in the whole, which is as wide as the stage. What stays sits at the top left, as the bar that
 * it will be; the rest stands in upright strips, the last bar's at the left, as they hang in the trunk, and in each
 * strip the dots of one lane together, the lowest of them those that go farthest.
 */
function wholeCells({ count, rest, bars }: PartingPlan, rows: number, columns: number, fold: number): Cells {
  const grid = cells(count);
  const put = (dot: number, column: number, row: number) => {
    grid.column[dot] = column;
    grid.row[dot] = row;
  };
  const taken = new Int32Array(columns);
  foldOrder(rest?.count ?? 0, rows, fold).forEach(({ along, line }, q) => {
    put(rest!.start + q, line, along);
    taken[line]++;
  });
  const free: { column: number; row: number }[] = [];
  const leaving = count - (rest?.count ?? 0);
  for (let row = 0; free.length < leaving; row++) {
    for (let column = 0; column < columns && free.length < leaving; column++) {
      if (row >= taken[column]) free.push({ column, row });
    }
  }
  free.sort((a, b) => a.column - b.column || a.row - b.row);
  let next = 0;
  for (const bar of [...bars].reverse()) {
    for (let lane = rows - 1; lane >= 0; lane--) {
      const dots: number[] = [];
      for (let q = lane; q < bar.count; q += rows) dots.push(bar.start + q);
      const places = free
        .slice(next, next + dots.length)
        .sort((a, b) => a.row - b.row || a.column - b.column);
      next += dots.length;
      dots.forEach((dot, i) => put(dot, places[i].column, places[i].row));
    }
  }
  return grid;
}

/** The trunk's strands from right to left: the bar that leaves first hangs at the right. */
function strandsOf(plan: PartingPlan, { rows, pitch, top, bars }: Fit): Strand[] {
  const { width, barsLeft } = trunkOf(plan);
  const leaving = Math.max(
    1,
    plan.bars.reduce((sum, bar) => sum + bar.count, 0),
  );
  const trunkTop = plan.rest ? top + rows * pitch + plan.em * 0.3 : top;
  let right = width;
  return bars.map(({ bar, dotsTop }) => {
    const thick = (width * bar.count) / leaving;
    const strand = {
      bar,
      right,
      thick,
      trunkTop,
      dotsTop,
      breadth: rows * pitch,
      arrive: barsLeft - pitch * 0.5,
    };
    right -= thick;
    return strand;
  });
}

/** The whole on top, its parts as bars below, and a trunk at the left that thins as each bar leaves it. */
export function partAbove(plan: PartingPlan): Parting | null {
  const { size, count } = plan;
  const fit = coarsestFit({
    count,
    limit: (rows) => barLimit(plan, rows, size.width - trunkOf(plan).barsLeft),
    tryFit: (rows, pitch) => tryFit(plan, rows, pitch),
  });
  if (fit === null) return null;
  const { pitch, rows, top } = fit;
  const { closed, open, fold } = foldWhole(plan, fit);
  const whole = toPoints(closed, pitch, 0, top);
  const wholeEnd = top + (closed.row.reduce((most, row) => Math.max(most, row), 0) + 1) * pitch;
  const bars = { x: whole.x.slice(), y: whole.y.slice() };
  const turn = new Float64Array(count);
  const lanes = new Array<Lane | undefined>(count);
  const strands = strandsOf(plan, fit);
  for (const strand of strands) {
    const { bar, dotsTop } = strand;
    for (let q = 0; q < bar.count; q++) {
      const i = bar.start + q;
      const column = Math.floor(q / rows) + 0.5;
      bars.x[i] = trunkOf(plan).barsLeft + column * pitch;
      bars.y[i] = dotsTop + ((q % rows) + 0.5) * pitch;
      turn[i] = 1 - column / Math.ceil(bar.count / rows);
      lanes[i] = laneIn(strand, ((q % rows) + 0.5) / rows, pitch / 2);
    }
  }
  return {
    pitch,
    thickness: rows,
    whole,
    block: toPoints(open, pitch * fold, 0, top),
    blockPitch: pitch * fold,
    bars,
    rows: fit.bars,
    bands: strands.filter(({ bar }) => bar.count > 0).map((strand) => bandBelow(strand)),
    turn,
    travel: travelBelow(lanes, whole, wholeEnd, pitch),
  };
}
