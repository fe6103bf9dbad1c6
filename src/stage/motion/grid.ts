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
export const finest = 0.2;

/** How many rows the bars may have, and what it takes to try them. Pitches in pixels. */
export interface Trial<Fit> {
  /** Dots of the whole. */
  readonly count: number;
  /** A pitch that bars of so many rows can't exceed, whatever their words need: the better, the fewer tries. */
  readonly limit: (rows: number) => number;
  /** The sizes at a pitch; null where it doesn't fit. */
  readonly tryFit: (rows: number, pitch: number) => Fit | null;
}

/** The fit with the largest dots. Null where none does. */
export function coarsestFit<Fit extends { readonly pitch: number }>(trial: Trial<Fit>): Fit | null {
  const mostRows = Math.ceil(Math.sqrt(trial.count)) + 1;
  const candidates = Array.from({ length: mostRows }, (_, i) => ({ rows: i + 1, limit: trial.limit(i + 1) }));
  candidates.sort((a, b) => b.limit - a.limit);
  let best: Fit | null = null;
  for (const { rows, limit } of candidates) {
    const floor: number = best === null ? finest : best.pitch * 1.001;
    if (limit <= floor) break;
    const pitch = largest(floor, limit, (pitch) => trial.tryFit(rows, pitch) !== null);
    if (pitch !== null) best = trial.tryFit(rows, pitch);
  }
  return best;
}
