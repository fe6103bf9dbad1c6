import { lerp } from "../../motion/lerp.ts";

/** A cubic Bézier curve in one dimension: its ends and, between them, its handles. */
export type Curve = readonly [number, number, number, number];

/** Handle of a curve that comes close to a quarter of a circle, as a fraction of its radius. */
export const quarter = 0.5523;

/** The point at the fraction `t` of a curve. */
export function pointOf([a, b, c, d]: Curve, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** A curve along which one goes at one speed. */
export function straight(from: number, to: number): Curve {
  return [from, lerp(from, to, 1 / 3), lerp(from, to, 2 / 3), to];
}
