import type { Points } from "../types.ts";

/** A place on a grid or on the stage; x and y may count cells or pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A grid on the stage: its top left corner, and the distance of its cells. In pixels. */
export interface Grid {
  readonly left: number;
  readonly top: number;
  readonly pitch: number;
}

export function points(count: number): Points {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}

/** The first `count` cells of a grid with so many columns, row by row. */
export function cellsByRow(count: number, columns: number): Spot[] {
  return Array.from({ length: count }, (_, k) => ({ x: k % columns, y: Math.floor(k / columns) }));
}

/** The first `count` cells of a grid with so many rows, column by column. */
export function cellsByColumn(count: number, rows: number): Spot[] {
  return cellsByRow(count, rows).map(({ x, y }) => ({ x: y, y: x }));
}

/** Sets the dots from `start` on into cells of a grid, each into the middle of its own. */
export function setIntoCells(
  to: Points,
  start: number,
  cells: readonly Spot[],
  { left, top, pitch }: Grid,
): Points {
  cells.forEach(({ x, y }, k) => {
    to.x[start + k] = left + (x + 0.5) * pitch;
    to.y[start + k] = top + (y + 0.5) * pitch;
  });
  return to;
}
