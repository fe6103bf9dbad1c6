import { cellsByColumn, cellsByRow, points, setIntoCells } from "../../motion/grid.ts";
import { departuresOf, fillBars } from "./bar-rows.ts";
import { fitBeside, remainderGap, rowsOfWhole, type BesideFit } from "./beside-fit.ts";
import { bandsBeside, travelBeside, type Gate, type Slice } from "./beside-lanes.ts";
import { openBlock, settle, type Region } from "./open-block.ts";
import type { FlowLayout, FlowPlan } from "./types.ts";

/** Room between the whole and the bend of its bands, and twice that between them and their bars: at most, in pixels. */
const bandGap = 12;

/** The whole at the left, its children as bars at the right, one below the other. Null where the stage is too small. */
export function layoutBeside(plan: FlowPlan): FlowLayout | null {
  const fit = fitBeside(plan);
  if (fit === null) return null;
  const { pitch, rows, top, bars } = fit;
  // Every dot faces its place in its bar: the one in front goes farthest, the upper one into the upper row.
  const cells = settle(plan.count, regionsOf(plan, fit.columns, "closed"), ({ spots }) =>
    cellsByColumn(spots.length, rows),
  );
  const closed = setIntoCells(points(plan.count), 0, cells, { left: 0, top, pitch });
  const gate = gateOf(fit);
  return {
    ...fit,
    bands: bandsBeside(slicesOf(plan, fit), gate),
    open: openBlock(plan, cells, (columns) => regionsOf(plan, columns, "open")),
    closed,
    inBars: fillBars(bars, rows, pitch, closed),
    departures: departuresOf(plan, rows, "at-once"),
    travelTime: 0.42,
    labelsFrom: 0.55,
    travel: travelBeside(gate, closed),
  };
}

/**
 * The regions of a whole with so many columns, from the top: first the remainder, then slices in the order of the bars.
 * In a closed block each begins with a row of its own, and those that leave stand off from the remainder; in an open one
 * each goes on in the row where the one before ends.
 */
function regionsOf(
  { count, bars, remainder }: FlowPlan,
  columns: number,
  block: "closed" | "open",
): Region[] {
  const regions = remainder ? [remainder, ...bars] : bars;
  const spots = cellsByRow(count + regions.length * columns, columns);
  const gap = block === "closed" && remainder ? remainderGap : 0;
  let next = 0;
  return regions.map((region) => {
    const { start, count } = region;
    const own = spots.slice(next, next + count);
    next += block === "closed" ? Math.ceil(count / columns) * columns : count;
    return { start, spots: region === remainder ? own : own.map(({ x, y }) => ({ x, y: y + gap })) };
  });
}

/** Where each bar's dots leave the whole, as many rows as they have there, and where they arrive. */
function slicesOf(plan: FlowPlan, { columns, pitch, leaveTop, rows, bars }: BesideFit): Slice[] {
  const rowsThere = rowsOfWhole(plan, columns).bars;
  let from = leaveTop;
  return bars.map(({ bar, dotsTop }, i) => {
    const to = from + rowsThere[i] * pitch;
    const slice = { bar, from, to, dotsTop, dotsEnd: dotsTop + Math.min(rows, bar.count) * pitch };
    from = to;
    return slice;
  });
}

function gateOf({ columns, pitch, barsLeft }: BesideFit): Gate {
  const clear = Math.min(pitch, bandGap);
  return { leave: columns * pitch + clear, arrive: barsLeft - clear / 2 };
}
