import { sum } from "../numbers.ts";
import type { Size } from "../types.ts";

/** The smallest pitch that is tried, in pixels: where not even that fits, there is nothing to see. */
export const finestPitch = 0.2;

/** Bars whose dots would be closer than this, in pixels, are given up for blocks. */
export const leastPitch = 2;

/** The largest pitch of any stage, in pixels: few dots are not blown up. */
export function coarsestPitch({ width, height }: Size): number {
  return Math.min(width / 8, height / 8, 80);
}

/** Rows of dots of all bars together, where none has more than so many. */
export function rowsOf(bars: readonly { readonly count: number }[], rows: number): number {
  return sum(bars.map(({ count }) => Math.min(rows, count)));
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

/** How many rows the bars may have, and what it takes to try them. Pitches in pixels. */
export interface Trial<Fit> {
  /** Dots of the whole. */
  readonly count: number;
  /** A pitch that bars of so many rows can't exceed, whatever their labels need: the better, the fewer tries. */
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
    const floor: number = best === null ? finestPitch : best.pitch * 1.001;
    if (limit <= floor) break;
    const pitch = largest(floor, limit, (pitch) => trial.tryFit(rows, pitch) !== null);
    if (pitch !== null) best = trial.tryFit(rows, pitch);
  }
  return best;
}
