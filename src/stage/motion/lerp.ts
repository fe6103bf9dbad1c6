/** The share of `value` on its way from `low` to `high`, between 0 and 1. */
export function share(value: number, low: number, high: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)));
}

/** What lies at the share `t` of the way from `a` to `b`. */
export function mixed(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
