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

/** The smallest pitch that is tried, in pixels: where not even that fits, there is nothing to see. */
const finest = 0.2;

/**
 * The fit with the largest dots: `tryFit` says whether bars of so many rows fit at a pitch in pixels.
 * Null where none does. `coarsest` is the largest pitch that is tried.
 */
export function coarsestFit<Fit extends { readonly pitch: number }>(
  count: number,
  coarsest: number,
  tryFit: (rows: number, pitch: number) => Fit | null,
): Fit | null {
  const mostRows = Math.ceil(Math.sqrt(count)) + 1;
  let best: Fit | null = null;
  for (let rows = 1; rows <= mostRows; rows++) {
    // Bars of more rows are only of use where they allow larger dots.
    const floor = best === null ? finest : best.pitch * 1.001;
    const pitch = largest(floor, coarsest, (pitch) => tryFit(rows, pitch) !== null);
    if (pitch !== null) best = tryFit(rows, pitch);
  }
  return best;
}
