/*
 * What lists of numbers come to. A list may be as long as there are dots, and `Math.max(...list)` of so many would
 * overflow the stack.
 */

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The largest of some values and `least`. */
export function max(values: readonly number[] | Float64Array, least = -Infinity): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The smallest and the largest of some values; none are between Infinity and -Infinity. */
export function extent(values: readonly number[] | Float64Array): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
