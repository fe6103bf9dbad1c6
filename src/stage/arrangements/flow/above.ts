import { sum } from "../../groups/dots.ts";
import { bandBelow, laneIn, travelBelow, type Lane, type Strand } from "./above-lanes.ts";
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
  type Bar,
  type BarRow,
  type Parting,
  type PartingPlan,
} from "./parting.ts";

/** The trunk takes this share of the stage's width, within limits in pixels. */
const trunkShare = 0.15;
const thinnestTrunk = 32;
const thickestTrunk = 110;
/** Gaps between bars, in font sizes. */
const smallestGap = 0.4;
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

/** Rows of dots that stay. */
function restHeight({ rest }: PartingPlan, rows: number): number {
  return Math.min(rows, rest?.count ?? 0);
}

/** Tries one pitch with bars of so many rows; null if it doesn't fit. */
function tryFit(plan: PartingPlan, rows: number, pitch: number): Fit | null {
  const { size, count, bars, rest, em } = plan;
  const { width, height } = size;
  const left = trunkOf(plan).barsLeft;
  const restColumns = Math.ceil((rest?.count ?? 0) / rows);
  const longest = Math.max(0, ...bars.map((bar) => barWidth(bar, rows, pitch)));
  if (restColumns * pitch > width || longest > width - left) return null;
  if (rowsOf(bars, rows) * pitch > height) return null;
  const top = heading(plan, width).height + em * labelGap;
  if (top + Math.ceil(count / Math.floor(width / pitch)) * pitch > height) return null;
  const stay = top + restHeight(plan, rows) * pitch;
  const { used, below, spread } = stackBars(plan, { rows, pitch, left, right: width });
  // The first gap parts the bars from what stays on top.
  const gaps = [0, ...below.slice(0, -1)];
  const gap = evenGap(gaps, height - stay - used - (below.at(-1) ?? 0), em * smallestGap, em * largestGap);
  return gap === null ? null : { pitch, rows, top, bars: spread(stay + gap, gap) };
}

/**
 * The regions of a whole with so many columns. What stays sits at the top left, in so many rows, as the bar that it
 * will be; the others stand in upright strips, the last bar's at the left, as they hang in the trunk.
 */
function regionsOf({ count, bars, rest }: PartingPlan, columns: number, restRows: number): Region[] {
  const byColumn = spotsByRow(count, columns).sort((a, b) => a.x - b.x || a.y - b.y);
  const reserved = byColumn.filter(({ y }) => y < restRows).slice(0, rest?.count ?? 0);
  const stays = new Set(reserved);
  const free = byColumn.filter((spot) => !stays.has(spot));
  let next = 0;
  const strips = bars
    .toReversed()
    .map(({ start, count }) => ({ start, spots: free.slice(next, (next += count)) }));
  return rest ? [{ start: rest.start, spots: reserved }, ...strips] : strips;
}

/** A band is never thinner than this where it leaves the whole, in pixels. */
const thinnestBand = 1.5;

/** How thick the bands of some bars leave the whole, in proportion to their counts; in all as thick as `room`, in pixels. */
function thicknesses(bars: readonly Bar[], room: number): number[] {
  const leaving = sum(bars.map(({ count }) => count));
  const wished = bars.map(({ count }) =>
    count === 0 ? 0 : Math.max(thinnestBand, (room * count) / leaving),
  );
  const used = sum(wished);
  return wished.map((thick) => (used === 0 ? 0 : (thick * room) / used));
}

/** The trunk's strands from right to left: the bar that leaves first hangs at the right. */
function strandsOf(plan: PartingPlan, { rows, pitch, top, bars }: Fit): Strand[] {
  const { width, barsLeft } = trunkOf(plan);
  const thicks = thicknesses(plan.bars, width);
  const trunkTop = plan.rest ? top + restHeight(plan, rows) * pitch + plan.em * 0.3 : top;
  let right = width;
  return bars.map(({ bar, dotsTop }, at) => {
    const thick = thicks[at];
    const strand = {
      bar,
      right,
      thick,
      trunkTop,
      dotsTop,
      breadth: Math.min(rows, bar.count) * pitch,
      arrive: barsLeft - pitch * 0.5,
    };
    right -= thick;
    return strand;
  });
}

/** The whole on top, its parts as bars below, and a trunk at the left that thins as each bar leaves it. */
export function partAbove(plan: PartingPlan): Parting | null {
  const { size, count, rest } = plan;
  const fit = coarsestFit({
    count,
    limit: (rows) => barLimit(plan, rows, size.width - trunkOf(plan).barsLeft),
    tryFit: (rows, pitch) => tryFit(plan, rows, pitch),
  });
  if (fit === null) return null;
  const { pitch, rows, top } = fit;
  const columns = Math.max(1, Math.min(count, Math.floor(size.width / pitch)));
  const wholeRows = Math.ceil(count / columns);
  // A strip turns half round on its way through the trunk: what is at its left, next to the trunk, goes farthest.
  const closed = settle(count, regionsOf(plan, columns, rows), ({ start, spots }) => {
    const spotsOfBar = barSpots(spots.length, rows);
    return start === rest?.start ? spotsOfBar : spotsOfBar.map(({ x, y }) => ({ x: -x, y: -y }));
  });
  const whole = toPoints(closed, pitch, 0, top);
  const bars = { x: whole.x.slice(), y: whole.y.slice() };
  const turn = new Float64Array(count);
  const lanes = new Array<Lane | undefined>(count);
  const strands = strandsOf(plan, fit);
  const leaving = sum(strands.map(({ bar }) => bar.count));
  let gone = 0;
  for (const strand of strands.toReversed()) {
    const { bar, dotsTop } = strand;
    const columnsOfBar = Math.ceil(bar.count / rows);
    barSpots(bar.count, rows).forEach(({ x, y }, q) => {
      const i = bar.start + q;
      bars.x[i] = trunkOf(plan).barsLeft + (x + 0.5) * pitch;
      bars.y[i] = dotsTop + (y + 0.5) * pitch;
      // Strip after strip, so that nobody crosses those who wait.
      turn[i] = (gone + (1 - (x + 0.5) / columnsOfBar) * bar.count) / leaving;
      lanes[i] = laneIn(strand, ((y + 0.5) * pitch) / strand.breadth, pitch / 2);
    });
    gone += bar.count;
  }
  return {
    pitch,
    thickness: rows,
    room: size.width,
    whole,
    ...openBlock(plan, closed, (columns, openRows) =>
      regionsOf(plan, columns, rowsForRest(plan, columns, (rows * openRows) / wholeRows)),
    ),
    bars,
    rows: fit.bars,
    bands: strands.filter(({ bar }) => bar.count > 0).map((strand) => bandBelow(strand)),
    turn,
    underWay: 0.36,
    wordsFrom: 0.75,
    travel: travelBelow(lanes, whole, top + restHeight(plan, rows) * pitch),
  };
}

/** Rows for what stays in a block with so many columns: as many as wished, or what it needs. */
function rowsForRest({ rest }: PartingPlan, columns: number, wished: number): number {
  return Math.max(Math.round(wished), Math.ceil((rest?.count ?? 0) / columns));
}
