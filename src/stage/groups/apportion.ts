import { sum } from "../numbers.ts";

/**
 * Divides `total` in proportion to `counts` by largest remainder, each at least as many as its entry in `fewest`. The
 * results are whole numbers and add up to `total`, which must be at least the sum of `fewest`.
 */
export function apportion(total: number, counts: readonly number[], fewest: readonly number[]): number[] {
  const whole = sum(counts);
  const exact = counts.map((count) => (whole === 0 ? 0 : (total * count) / whole));
  const given = exact.map((quota, i) => Math.max(Math.floor(quota), fewest[i]));
  const byRemainder = exact
    .map((quota, i) => ({ i, remainder: quota - given[i] }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let left = total - sum(given), next = 0; left > 0; left--, next++) {
    given[byRemainder[next % byRemainder.length].i]++;
  }
  while (sum(given) > total) {
    const richest = given.reduce(
      (best, _, i) => (given[i] - fewest[i] > given[best] - fewest[best] ? i : best),
      0,
    );
    given[richest]--;
  }
  return given;
}
