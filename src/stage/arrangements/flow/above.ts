import { cellsByColumn, cellsByRow, points, setIntoCells, type Spot } from "../../motion/grid.ts";
import type { Arranged } from "../types.ts";
import { fitAbove, type AboveFit } from "./above-fit.ts";
import { travelBelow } from "./above-lanes.ts";
import { departuresOf, fillBars } from "./bar-rows.ts";
import { openBlock, settle, type Region } from "./open-block.ts";
import { bandBelow, hangStrands } from "./strands.ts";
import type { FlowLayout, FlowPlan } from "./types.ts";

/** The whole on top, its children as bars below, and a trunk at the left that thins as each bar leaves it. */
export function layoutAbove(plan: FlowPlan): FlowLayout | null {
  const fit = fitAbove(plan);
  if (fit === null) return null;
  const { pitch, rows, top, bars } = fit;
  const cells = closeBlock(plan, fit);
  const closed = setIntoCells(points(plan.count), 0, cells, { left: 0, top, pitch });
  const inBars = fillBars(bars, rows, pitch, closed);
  const strands = hangStrands(plan, fit);
  return {
    ...fit,
    bands: strands.filter(({ bar }) => bar.count > 0).map(bandBelow),
    open: openAbove(plan, fit, cells),
    closed,
    inBars,
    // Strip after strip, so that none crosses those that wait.
    departures: departuresOf(plan, rows, "in-turn"),
    travelTime: 0.36,
    labelsFrom: 0.75,
    travel: travelBelow(strands, closed, inBars, fit),
  };
}

/** The cells of all dots in the closed block. */
function closeBlock(plan: FlowPlan, { pitch, rows }: AboveFit): Spot[] {
  const { count, remainder } = plan;
  // A strip turns half round on its way through the trunk: what is at its left, next to the trunk, goes farthest.
  return settle(count, regionsOf(plan, closedColumns(plan, pitch), rows), ({ start, spots }) => {
    const inBar = cellsByColumn(spots.length, rows);
    return start === remainder?.start ? inBar : inBar.map(({ x, y }) => ({ x: -x, y: -y }));
  });
}

/** The closed block opened up; the remainder takes the same fraction of its height. */
function openAbove(plan: FlowPlan, { pitch, rows }: AboveFit, closed: readonly Spot[]): Arranged {
  const closedRows = Math.ceil(plan.count / closedColumns(plan, pitch));
  return openBlock(plan, closed, (columns, openRows) => {
    const least = Math.ceil((plan.remainder?.count ?? 0) / columns);
    return regionsOf(plan, columns, Math.max(Math.round((rows * openRows) / closedRows), least));
  });
}

function closedColumns({ size, count }: FlowPlan, pitch: number): number {
  return Math.max(1, Math.min(count, Math.floor(size.width / pitch)));
}

/**
 * The regions of a whole with so many columns. The remainder sits at the top left, in so many rows, as the bar that it
 * will be; the others stand in upright strips, the last bar's at the left, as they hang in the trunk.
 */
function regionsOf({ count, bars, remainder }: FlowPlan, columns: number, rows: number): Region[] {
  const byColumn = cellsByRow(count, columns).sort((a, b) => a.x - b.x || a.y - b.y);
  const reserved = byColumn.filter(({ y }) => y < rows).slice(0, remainder?.count ?? 0);
  const isReserved = new Set(reserved);
  const free = byColumn.filter((spot) => !isReserved.has(spot));
  let next = 0;
  const strips = bars
    .toReversed()
    .map(({ start, count }) => ({ start, spots: free.slice(next, (next += count)) }));
  return [{ start: remainder?.start ?? count, spots: reserved }, ...strips];
}
