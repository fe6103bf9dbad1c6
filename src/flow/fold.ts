import { cells, type Cells } from "./grid.ts";
import type { Size } from "./types.ts";

/**
 * A closed grid and the same grid unfolded, with dots `fold` times as far apart: each of its lines takes the dots of
 * `fold` neighbouring lines in turn. Neighbours stay neighbours, so that the way from one to the other crosses nothing.
 * `along` and `line` count from 0; a line is a row, or a column where the grid is unfolded downwards.
 */
export interface Place {
  readonly along: number;
  readonly line: number;
}

/**
 * The first `count` places of a closed grid in the order in which unfolding lines them up: lines of `length` places,
 * `fold` lines at a time. What fills a grid in this order has a clean edge both closed and open.
 */
export function foldOrder(count: number, length: number, fold: number): Place[] {
  const order: Place[] = [];
  for (let first = 0; order.length < count; first += fold) {
    const taken = Math.min(count - order.length, length * fold);
    for (let k = 0; k < taken; k++) order.push({ along: Math.floor(k / fold), line: first + (k % fold) });
  }
  return order;
}

/** The unfolded grid of a closed one. `down`: its lines are columns. */
export function unfold(grid: Cells, fold: number, down: boolean): Cells {
  const along = down ? grid.row : grid.column;
  const lines = down ? grid.column : grid.row;
  const open = cells(along.length);
  const lineOf = (i: number) => Math.floor(lines[i] / fold);
  const order = Array.from(along.keys()).sort(
    (a, b) => lineOf(a) - lineOf(b) || along[a] - along[b] || lines[a] - lines[b],
  );
  let line = -1;
  let place = 0;
  for (const i of order) {
    place = lineOf(i) === line ? place + 1 : 0;
    line = lineOf(i);
    (down ? open.column : open.row)[i] = line;
    (down ? open.row : open.column)[i] = place;
  }
  return open;
}

/** The closed grid, and the same unfolded as often as the room, in pixels, holds it: at most `most` times. */
export function unfoldToFit(
  most: number,
  close: (fold: number) => Cells,
  down: boolean,
  pitch: number,
  room: Size,
): { closed: Cells; open: Cells; fold: number } {
  const end = (places: Int32Array) => places.reduce((far, place) => Math.max(far, place + 1), 0);
  for (let fold = most; ; fold--) {
    const closed = close(fold);
    const open = unfold(closed, fold, down);
    const apart = pitch * fold;
    const fits = end(open.column) * apart <= room.width && end(open.row) * apart <= room.height;
    if (fits || fold === 1) return { closed, open, fold };
  }
}

/**
 * How many lines of a closed grid can be put into one: its lines have `length` places, and `breadth` of them lie side
 * by side; the room is measured along the lines and across, all in pixels but the first two. At least 1.
 */
export function foldThatFits(
  length: number,
  breadth: number,
  pitch: number,
  roomAlong: number,
  roomAcross: number,
): number {
  const fits = (fold: number) =>
    fold <= breadth &&
    length * fold * fold * pitch <= roomAlong &&
    Math.ceil(breadth / fold) * fold * pitch <= roomAcross + pitch;
  let fold = 1;
  while (fits(fold + 1)) fold++;
  return fold;
}
