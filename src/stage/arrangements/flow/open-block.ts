import { cells, toPoints, type Cells } from "../../motion/grid.ts";
import { matchInOrder, type Spot } from "../../motion/match.ts";
import { breakLines, labelGap } from "../../words/labels.ts";
import { coarsestPitch, type Parting, type PartingPlan } from "./parting.ts";
import type { Size } from "../../types.ts";

/** The dots of one figure in the whole, from `start` on, and the cells that they share. */
export interface Region {
  readonly start: number;
  readonly spots: readonly Spot[];
}

/** A pitch may fall short of the largest by this share if the last row is fuller for it. */
const worth = 0.03;

/** The columns with which so many dots stand farthest apart in a room, in pixels, the last row as full as may be. */
function coarsestGrid(count: number, { width, height }: Size): { columns: number; pitch: number } {
  const pitchOf = (columns: number) => Math.min(width / columns, height / Math.ceil(count / columns));
  const all = Array.from({ length: Math.max(1, count) }, (_, i) => i + 1);
  const best = Math.max(...all.map(pitchOf));
  const missing = (columns: number) => (columns - (count % columns)) % columns;
  const columns = all
    .filter((columns) => pitchOf(columns) >= best * (1 - worth))
    .reduce((fullest, columns) => (missing(columns) < missing(fullest) ? columns : fullest));
  return { columns, pitch: pitchOf(columns) };
}

/** The first `count` cells of a grid with so many columns, row by row. */
export function spotsByRow(count: number, columns: number): Spot[] {
  return Array.from({ length: count }, (_, k) => ({ x: k % columns, y: Math.floor(k / columns) }));
}

/** The cells of all dots when those of each region are taken in the order that its places `from` have. */
export function settle(
  count: number,
  regions: readonly Region[],
  from: (region: Region) => readonly Spot[],
): Cells {
  const grid = cells(count);
  for (const region of regions) {
    const { start, spots } = region;
    matchInOrder(from(region), spots).forEach((spot, k) => {
      grid.column[start + k] = spots[spot].x;
      grid.row[start + k] = spots[spot].y;
    });
  }
  return grid;
}

/** The cells of a region's dots in a grid. */
function spotsIn({ column, row }: Cells, { start, spots }: Region): Spot[] {
  return spots.map((_, k) => ({ x: column[start + k], y: row[start + k] }));
}

/** The closed block of a whole opened up: the same regions on the grid with the largest dots that its room holds. */
export function openBlock(
  { count, size, wholeWords, em }: PartingPlan,
  closed: Cells,
  regionsOf: (columns: number, rows: number) => readonly Region[],
): Pick<Parting, "block" | "blockPitch"> {
  const top = breakLines(wholeWords, size.width).height + em * labelGap;
  const room = { width: size.width, height: size.height - top };
  const { columns, pitch } = coarsestGrid(count, room);
  const regions = regionsOf(columns, Math.ceil(count / columns));
  const open = settle(count, regions, (region) => spotsIn(closed, region));
  const blockPitch = Math.min(pitch, coarsestPitch(size));
  return { block: toPoints(open, blockPitch, 0, top), blockPitch };
}
