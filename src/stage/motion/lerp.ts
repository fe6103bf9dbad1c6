/** How far `value` has come from `low` to `high`: 0 to 1, also beyond them. */
export function progress(value: number, low: number, high: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)));
}

/** The value at the fraction `t` of the way from `a` to `b`. */
export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
