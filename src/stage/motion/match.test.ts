import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Spot } from "./grid.ts";
import { matchInOrder } from "./match.ts";

function grid(columns: number, rows: number, scale = 1): Spot[] {
  return Array.from({ length: columns * rows }, (_, k) => ({
    x: (k % columns) * scale,
    y: Math.floor(k / columns) * scale,
  }));
}

describe("matchInOrder", () => {
  it("gives every spot one of the others, none twice, whatever their places", () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: 0, max: 20 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(spot, spot)), (pairs) => {
        const match = matchInOrder(
          pairs.map(([from]) => from),
          pairs.map(([, to]) => to),
        );
        expect([...match].sort((a, b) => a - b)).toEqual(pairs.map((_, i) => i));
      }),
      { seed: 363 },
    );
  });

  it("leaves a grid that only grows as it is", () => {
    expect([...matchInOrder(grid(7, 5), grid(7, 5, 3))]).toEqual([...grid(7, 5).keys()]);
  });

  it("turns a wide grid into a high one without carrying a spot past its neighbourhood", () => {
    const [from, to] = [grid(24, 6), grid(8, 18)];
    matchInOrder(from, to).forEach((spot, i) => {
      expect(Math.abs(to[spot].x / 8 - from[i].x / 24)).toBeLessThan(0.2);
      expect(Math.abs(to[spot].y / 18 - from[i].y / 6)).toBeLessThan(0.2);
    });
  });
});
