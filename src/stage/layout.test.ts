import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, dotsUnderWords, labelsThatTouch, nearest } from "../../test/support/collisions.ts";
import { anySize, anyStage, outcomes, stageOf } from "../../test/support/stages.ts";
import { highlight, layoutStage } from "./layout.ts";
import { frameAt } from "./transition.ts";

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
  it("places every dot of every scene, once, covered by runs without a gap, whatever the tree and the size", () => {
    fc.assert(
      fc.property(anyStage, anySize, (stage, size) => {
        const { placements } = layoutStage(stage, size, 13);
        for (const { x, y, runs, radius } of placements) {
          expect(runs.reduce((at, run) => (run.start === at ? run.end : NaN), 0)).toBe(x.length);
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
    const layout = layoutStage(everyScene, size, 13);
    const { placements } = layout;

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
      const { closed } = layout.flow!;
      for (let i = 1478; i < 1841; i++) {
        expect(flow.x[i]).toBe(closed.x[i]);
        expect(flow.y[i]).toBe(closed.y[i]);
      }
    });

    it("moves nothing but the groups of a bar that a further split divides: along their rows, and none past another", () => {
      const [, flow, , divided] = placements;
      const thickness = new Set(flow.y.slice(0, 290)).size;
      for (const [start, end] of [
        [0, 124],
        [124, 290],
        [328, 343],
        [343, 382],
      ]) {
        // The last column may be filled from its top.
        for (let i = start; i < end - ((end - start) % thickness); i++) expect(divided.y[i]).toBe(flow.y[i]);
      }
      for (const [start, end] of [
        [290, 328],
        [382, 1841],
      ]) {
        expect(divided.x.slice(start, end)).toEqual(flow.x.slice(start, end));
        expect(divided.y.slice(start, end)).toEqual(flow.y.slice(start, end));
      }
      for (const t of [0.25, 0.5, 0.75]) {
        const { x, y, radius } = frameAt(layout, 3, t);
        expect(nearest({ x, y })).toBeGreaterThan(radius * 1.2);
      }
    });

    it("begins every group of a divided bar with a straight edge, as far from the group before everywhere", () => {
      const [, , , { x, y, pitch }] = placements;
      for (const [start, middle, end] of [
        [0, 124, 290],
        [328, 343, 382],
      ]) {
        const rows = [...new Set(y.slice(start, end))];
        const left = (from: number, to: number, row: number) =>
          Math.min(...[...x.keys()].filter((i) => i >= from && i < to && y[i] === row).map((i) => x[i]));
        const edges = rows.map((row) => left(middle, end, row));
        for (const edge of edges) expect(edge).toBeCloseTo(edges[0], 6);
        const before = Math.max(...x.slice(start, middle));
        expect(edges[0] - before).toBeGreaterThan(pitch * 2);
      }
    });

    it("moves no dot for a focus", () => {
      expect(placements[2].x).toEqual(placements[1].x);
      expect(placements[2].y).toEqual(placements[1].y);
    });
  });
});

describe("highlight", () => {
  const layout = layoutStage(everyScene, { width: 812, height: 690 }, 13);

  it("highlights other figures in all scenes and moves nothing", () => {
    const highlighted = highlight(layout, ["cautioned_youths"]);
    highlighted.placements.forEach((placement, scene) => {
      expect(placement.x).toBe(layout.placements[scene].x);
      const figures = placement.runs.filter(({ look }) => look.highlighted).map(({ figure }) => figure);
      expect(figures).toEqual(["cautioned_youths"]);
    });
    const label = (figure: string) =>
      highlighted.placements[1].labels.find((label) => label.figure === figure)!;
    expect([label("cautioned").highlighted, label("charged").highlighted]).toEqual([true, false]);
  });
});
