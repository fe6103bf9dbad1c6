import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySize, anyStage, outcomes, stageOf } from "./specimens.ts";
import { layoutStage } from "./stage-layout.ts";
import type { Label, Placement } from "./types.ts";

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

/** The box that a label's words may fill, in pixels. */
function boxOf(label: Label) {
  const { width } = label;
  const left = label.anchor === "middle" ? label.x - width / 2 : label.x;
  const top = label.y - 0.95 * label.size;
  return { left, right: left + width, top, bottom: top + label.lines.length * label.size * 1.2 };
}

function nearest({ x, y }: Placement): number {
  const byPlace = Array.from(x.keys()).sort((a, b) => x[a] - x[b]);
  let least = Infinity;
  byPlace.forEach((i, k) => {
    for (let m = k + 1; m < byPlace.length && x[byPlace[m]] - x[i] < least; m++) {
      const j = byPlace[m];
      least = Math.min(least, Math.hypot(x[j] - x[i], y[j] - y[i]));
    }
  });
  return least;
}

function labelsThatTouch({ labels }: Placement): string[] {
  const boxes = labels.map(boxOf);
  return labels.flatMap((label, i) =>
    boxes
      .slice(i + 1)
      .flatMap((other, k) =>
        boxes[i].left < other.right - 0.5 &&
        other.left < boxes[i].right - 0.5 &&
        boxes[i].top < other.bottom - 0.5 &&
        other.top < boxes[i].bottom - 0.5
          ? [`${label.figure} / ${labels[i + 1 + k].figure}`]
          : [],
      ),
  );
}

function dotsUnderWords({ labels, x, y, radius }: Placement): number {
  const boxes = labels.map(boxOf);
  let hidden = 0;
  for (let i = 0; i < x.length; i++) {
    const under = boxes.some(
      ({ left, right, top, bottom }) =>
        x[i] > left && x[i] < right && y[i] + radius > top + 1 && y[i] - radius < bottom - 1,
    );
    if (under) hidden++;
  }
  return hidden;
}

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
        expect(labelsThatTouch(placement)).toEqual([]);
        expect(dotsUnderWords(placement)).toBe(0);
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
