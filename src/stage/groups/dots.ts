import type { StageFigure } from "../types.ts";

/** The dots of one figure: indices of `start` up to, not including, `end`. */
export interface DotRange {
  readonly start: number;
  readonly end: number;
}

/** Which dots belong to which figure. The ranges of a figure's parts lie in its own, in order, without a gap. */
export interface DotShare {
  readonly count: number;
  readonly ranges: ReadonlyMap<string, DotRange>;
}

/** The dots that a figure can't do without: one for each of its smallest parts that is over 0. */
function fewestDots(figure: StageFigure): number {
  if (figure.count === 0) return 0;
  return Math.max(1, sum(figure.parts.map(fewestDots)));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Shares `total` dots out in proportion to `counts` by largest remainder, nobody under `fewest`.
 * The shares add up to `total`, which must be at least the sum of `fewest`.
 */
export function apportion(total: number, counts: readonly number[], fewest: readonly number[]): number[] {
  const whole = sum(counts);
  const exact = counts.map((count) => (whole === 0 ? 0 : (total * count) / whole));
  const shares = exact.map((share, i) => Math.max(Math.floor(share), fewest[i]));
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - shares[i] }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let left = total - sum(shares), next = 0; left > 0; left--, next++) {
    shares[byRemainder[next % byRemainder.length].i]++;
  }
  while (sum(shares) > total) {
    const richest = shares.reduce(
      (best, _, i) => (shares[i] - fewest[i] > shares[best] - fewest[best] ? i : best),
      0,
    );
    shares[richest]--;
  }
  return shares;
}

/**
 * Shares out the dots of a whole: one for every `dot` reports, at least one for every figure over 0.
 * With `dot` 1 every figure has as many dots as it counts.
 */
export function shareDots(root: StageFigure, dot: number): DotShare {
  const ranges = new Map<string, DotRange>();
  const count = Math.max(Math.round(root.count / dot), fewestDots(root));
  const pending: { figure: StageFigure; start: number; count: number }[] = [
    { figure: root, start: 0, count },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { figure, start, count } = next;
    ranges.set(figure.id, { start, end: start + count });
    if (figure.parts.length === 0) continue;
    const shares = apportion(
      count,
      figure.parts.map((part) => part.count),
      figure.parts.map(fewestDots),
    );
    let at = start;
    figure.parts.forEach((part, i) => {
      pending.push({ figure: part, start: at, count: shares[i] });
      at += shares[i];
    });
  }
  return { count, ranges };
}

/** The dots of each part that is drawn as one in both scenes. */
export function commonRanges(before: readonly DotRange[], after: readonly DotRange[]): DotRange[] {
  const ends = [...new Set([0, ...before.map(({ end }) => end), ...after.map(({ end }) => end)])];
  return ends
    .sort((a, b) => a - b)
    .slice(1)
    .map((end, i) => ({ start: ends[i], end }));
}
