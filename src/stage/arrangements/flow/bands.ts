import type { Band } from "../../types.ts";
import type { Bar } from "./types.ts";

/** A step of a band's edge: on to a point, or along a curve with two handles. Pixels, from the stage's corner. */
export type Step = readonly [number, number] | readonly [number, number, number, number, number, number];

/** The numbers of path data, a minus sign parting them as well as a space. */
function spell(numbers: readonly number[]): string {
  return numbers.map((number, i) => (i === 0 || number < 0 ? `${number}` : ` ${number}`)).join("");
}

/**
 * Closed path data from a point on, each step counted from the end of the one before, which makes pages lighter. On
 * whole pixels: no eye sees the difference.
 */
export function bandPath(start: readonly [number, number], steps: readonly Step[]): string {
  let [x, y] = start.map(Math.round);
  const drawn = steps.map((step) => {
    const to = step.map((pixels, i) => Math.round(pixels) - (i % 2 === 0 ? x : y));
    const [dx, dy] = to.slice(-2);
    x += dx;
    y += dy;
    if (to.length > 2) return `c${spell(to)}`;
    return dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${spell(to)}`;
  });
  return `M${spell(start.map(Math.round))}${drawn.join("")}z`;
}

/** The band of a bar, with its path. */
export function toBand({ figure }: Bar, path: string): Band {
  return { figure: figure.id, hue: figure.hue, highlighted: true, path };
}
