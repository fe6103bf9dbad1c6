/** The places of all dots of a stage: parallel arrays, by index of the dot. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Cells of a grid, by index of the dot. */
export interface Cells {
  readonly column: Int32Array;
  readonly row: Int32Array;
}

export function points(count: number): Points {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}

export function cells(count: number): Cells {
  return { column: new Int32Array(count), row: new Int32Array(count) };
}

/** Centres of cells of a grid with its corner at `left`, `top`. */
export function toPoints(grid: Cells, pitch: number, left: number, top: number): Points {
  const to = points(grid.column.length);
  for (let i = 0; i < to.x.length; i++) {
    to.x[i] = left + (grid.column[i] + 0.5) * pitch;
    to.y[i] = top + (grid.row[i] + 0.5) * pitch;
  }
  return to;
}

/**
 * Unfolds a compact grid into one with dots `fold` times as far apart: each line (a row, or a column if `across`)
 * takes the dots of `fold` neighbouring lines in turn. Neighbours stay neighbours, so the way there crosses nothing.
 */
export function unfold(grid: Cells, fold: number, across: boolean): Cells {
  const along = across ? grid.row : grid.column;
  const lines = across ? grid.column : grid.row;
  const order = Array.from(along.keys()).sort(
    (a, b) =>
      Math.floor(lines[a] / fold) - Math.floor(lines[b] / fold) || along[a] - along[b] || lines[a] - lines[b],
  );
  const open = cells(along.length);
  let line = -1;
  let place = 0;
  for (const i of order) {
    const own = Math.floor(lines[i] / fold);
    place = own === line ? place + 1 : 0;
    line = own;
    (across ? open.column : open.row)[i] = own;
    (across ? open.row : open.column)[i] = place;
  }
  return open;
}

/**
 * The first `count` cells of a compact grid in the order in which `unfold` lines them up: lines of `length` cells, by
 * `fold` at a time. What fills a grid in this order has a clean edge in the closed grid and in the open one.
 */
export function foldOrder(count: number, length: number, fold: number): { along: number; line: number }[] {
  const order: { along: number; line: number }[] = [];
  for (let first = 0; order.length < count; first += fold) {
    const cellsLeft = Math.min(count - order.length, length * fold);
    for (let k = 0; k < cellsLeft; k++) order.push({ along: Math.floor(k / fold), line: first + (k % fold) });
  }
  return order;
}

/** How often a grid of `columns` × `rows` at a pitch can be unfolded in a room: the size in pixels, at least 1. */
export function foldThatFits(
  columns: number,
  rows: number,
  pitch: number,
  room: { width: number; height: number },
  across: boolean,
) {
  const fits = (fold: number) => {
    const stretched = fold * fold * pitch;
    return across
      ? Math.ceil(columns / fold) * fold * pitch <= room.width + pitch && rows * stretched <= room.height
      : columns * stretched <= room.width && Math.ceil(rows / fold) * fold * pitch <= room.height + pitch;
  };
  let fold = 1;
  while (fits(fold + 1)) fold++;
  return fold;
}

/** The largest value of `low` to `high` for which `fits` holds, where it holds for all below it; null if for none. */
export function largest(low: number, high: number, fits: (value: number) => boolean): number | null {
  if (!fits(low)) return null;
  if (fits(high)) return high;
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
