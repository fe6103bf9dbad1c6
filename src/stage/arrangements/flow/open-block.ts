import { points, setIntoCells, type Spot } from "../../motion/grid.ts";
import { matchInOrder } from "../../motion/match.ts";
import { max } from "../../numbers.ts";
import type { Size } from "../../types.ts";
import { breakLabel, labelGap, placeLabel } from "../../words/labels.ts";
import { coarsestPitch } from "../fit.ts";
import type { Arranged } from "../types.ts";
import type { FlowPlan } from "./types.ts";

/** The dots of one figure in the whole, from `start` on, and the cells that they share. */
export interface Region {
  readonly start: number;
  readonly spots: readonly Spot[];
}

/** A pitch may fall short of the largest by this fraction if the last row is fuller for it. */
const pitchTolerance = 0.03;

/** Opens the closed block of a whole: the same regions on the grid with the largest dots that its room holds. */
export function openBlock(
  { count, size, wholeLabel, fontSize }: FlowPlan,
  closed: readonly Spot[],
  regionsOf: (columns: number, rows: number) => readonly Region[],
): Arranged {
  const label = breakLabel(wholeLabel, size.width);
  const top = label.height + fontSize * labelGap;
  const { columns, pitch: coarsest } = coarsestGrid(count, { width: size.width, height: size.height - top });
  const regions = regionsOf(columns, Math.ceil(count / columns));
  const cells = settle(count, regions, ({ start, spots }) => closed.slice(start, start + spots.length));
  const pitch = Math.min(coarsest, coarsestPitch(size));
  const to = setIntoCells(points(count), 0, cells, { left: 0, top, pitch });
  return { ...to, pitch, labels: [placeLabel(label, 0, 0)], bands: [], isFixed: true };
}

/** The columns with which so many dots stand farthest apart in a room, in pixels, the last row as full as may be. */
function coarsestGrid(count: number, { width, height }: Size): { columns: number; pitch: number } {
  const pitchOf = (columns: number) => Math.min(width / columns, height / Math.ceil(count / columns));
  const all = Array.from({ length: Math.max(1, count) }, (_, i) => i + 1);
  const best = max(all.map(pitchOf));
  const missing = (columns: number) => (columns - (count % columns)) % columns;
  const columns = all
    .filter((columns) => pitchOf(columns) >= best * (1 - pitchTolerance))
    .reduce((fullest, columns) => (missing(columns) < missing(fullest) ? columns : fullest));
  return { columns, pitch: pitchOf(columns) };
}

/** Gives all dots their cells: in each region in the order of the places that `from` says for its dots. */
export function settle(
  count: number,
  regions: readonly Region[],
  from: (region: Region) => readonly Spot[],
): Spot[] {
  const cells = new Array<Spot>(count);
  for (const region of regions) {
    const { start, spots } = region;
    matchInOrder(from(region), spots).forEach((spot, k) => (cells[start + k] = spots[spot]));
  }
  return cells;
}
