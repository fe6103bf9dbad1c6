import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, dotsUnderWords, labelsThatTouch, nearest } from "./collisions.ts";
import { anySize, anyStage, outcomes, stageOf } from "./specimens.ts";
import { layoutStage } from "./stage-layout.ts";

const sizes = [
  { width: 288, height: 400 },
  { width: 358, height: 416 },
  { width: 736, height: 470 },
  { width: 812, height: 690 },
  { width: 1300, height: 980 },
];

const everyScene = stageOf(outcomes, [
  {},
  { split: ["reports"] },
  { split: ["reports"], focus: ["charged"] },
  { split: ["reports", "charged", "cautioned"] },
  { split: ["reports"], as: "blocks" },
  { split: ["reports"], as: "bars" },
]);

describe("layoutStage", () => {
  it("places every dot of every scene, once, covered by parts without a gap, whatever the tree and the size", () => {
    fc.assert(
      fc.property(anyStage, anySize, (stage, size) => {
        const { placements } = layoutStage(stage, size, 13);
        for (const { x, y, parts, radius } of placements) {
          expect(parts.reduce((at, part) => (part.start === at ? part.end : NaN), 0)).toBe(x.length);
          expect([...x, ...y].every(Number.isFinite)).toBe(true);
          expect(radius).toBeGreaterThan(0);
        }
        expect(new Set(placements.map(({ x }) => x.length)).size).toBe(1);
      }),
      { seed: 363, numRuns: 150 },
    );
  });

  it("gives the same placements for the same input, and leaves its input alone", () => {
    const before = JSON.stringify(everyScene);
    const once = layoutStage(everyScene, sizes[1], 13);
    const again = layoutStage(everyScene, sizes[1], 13);
    expect(again.placements).toEqual(once.placements);
    expect(JSON.stringify(everyScene)).toBe(before);
  });

  describe.each(sizes)("at $width × $height", (size) => {
    const { placements } = layoutStage(everyScene, size, 13);

    it.each(placements.map((placement, i) => ({ placement, i })))(
      "scene $i keeps dots apart and in the stage",
      ({ placement }) => {
        const { x, y, radius, pitch } = placement;
        expect(nearest(placement)).toBeGreaterThan(pitch * 0.99);
        for (let i = 0; i < x.length; i++) {
          expect(x[i] - radius).toBeGreaterThan(-0.5);
          expect(x[i] + radius).toBeLessThan(size.width + 0.5);
          expect(y[i] - radius).toBeGreaterThan(-0.5);
          expect(y[i] + radius).toBeLessThan(size.height + 0.5);
        }
      },
    );

    it.each(placements.map((placement, i) => ({ placement, i })))(
      "scene $i keeps its words apart, off the dots and in the stage",
      ({ placement }) => {
        expect(labelsThatTouch(placement.labels)).toEqual([]);
        expect(dotsUnderWords(placement.labels, placement, placement.radius)).toBe(0);
        for (const box of placement.labels.map(boxOf)) {
          expect(box.left).toBeGreaterThan(-0.5);
          expect(box.right).toBeLessThan(size.width + 0.5);
          expect(box.bottom).toBeLessThan(size.height + 0.5);
        }
      },
    );

    it("leaves the remainder where the whole stood", () => {
      const [, flow] = placements;
      const { whole } = layoutStage(everyScene, size, 13).parting!;
      for (let i = 1478; i < 1841; i++) {
        expect(flow.x[i]).toBe(whole.x[i]);
        expect(flow.y[i]).toBe(whole.y[i]);
      }
    });

    it("moves nothing but the parts of what a further split parts, and those in one piece", () => {
      const [, flow, , ages] = placements;
      const gap = ages.x[200] - flow.x[200];
      for (let i = 0; i < 1841; i++) {
        expect(ages.y[i]).toBe(flow.y[i]);
        const apart = (i >= 124 && i < 290) || (i >= 343 && i < 382);
        expect(ages.x[i] - flow.x[i]).toBeCloseTo(apart ? gap : 0, 6);
      }
      expect(gap).toBeGreaterThan(0);
    });

    it("moves no dot for a focus", () => {
      expect(placements[2].x).toEqual(placements[1].x);
      expect(placements[2].y).toEqual(placements[1].y);
    });
  });
});
