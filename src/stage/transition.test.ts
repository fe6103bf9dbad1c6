import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySize, anyStage, outcomes, stageOf } from "../../test/support/stages.ts";
import { layoutStage } from "./layout.ts";
import { frameAt } from "./transition.ts";

const stage = stageOf(outcomes, [
  {},
  { split: ["reports"] },
  { split: ["reports", "charged"], focus: ["charged"] },
  {},
  { split: ["reports"], as: "blocks" },
]);

describe("frameAt", () => {
  it("begins at one scene's placement and ends at the next one's, whatever the tree", () => {
    fc.assert(
      fc.property(anyStage, anySize, (stage, size) => {
        const layout = layoutStage(stage, size, 13);
        for (let scene = 1; scene < stage.scenes.length; scene++) {
          const [from, to] = [layout.placements[scene - 1], layout.placements[scene]];
          const start = frameAt(layout, scene, 1e-9);
          const end = frameAt(layout, scene, 1 - 1e-9);
          for (let i = 0; i < to.x.length; i++) {
            expect(Math.hypot(start.x[i] - from.x[i], start.y[i] - from.y[i])).toBeLessThan(0.01);
            expect(Math.hypot(end.x[i] - to.x[i], end.y[i] - to.y[i])).toBeLessThan(0.01);
          }
        }
      }),
      { seed: 290, numRuns: 40 },
    );
  });

  it("has no jump: between two near moments no dot goes far", () => {
    for (const size of [
      { width: 358, height: 416 },
      { width: 812, height: 690 },
    ]) {
      const layout = layoutStage(stage, size, 13);
      let farthest = 0;
      for (let scene = 1; scene < stage.scenes.length; scene++) {
        let before = frameAt(layout, scene, 0);
        for (let step = 1; step <= 100; step++) {
          const now = frameAt(layout, scene, step / 100);
          for (let i = 0; i < now.x.length; i++) {
            farthest = Math.max(farthest, Math.hypot(now.x[i] - before.x[i], now.y[i] - before.y[i]));
          }
          before = now;
        }
      }
      expect(farthest).toBeLessThan(Math.hypot(size.width, size.height) * 0.1);
    }
  });

  it("keeps all dots on the stage on their way", () => {
    const size = { width: 358, height: 416 };
    const layout = layoutStage(stage, size, 13);
    for (let step = 0; step <= 50; step++) {
      const { x, y } = frameAt(layout, 1, step / 50);
      expect(Math.min(...x, ...y)).toBeGreaterThan(-1);
      expect(Math.max(...x)).toBeLessThan(size.width + 1);
      expect(Math.max(...y)).toBeLessThan(size.height + 1);
    }
  });

  it("covers every dot with one run at every moment", () => {
    const layout = layoutStage(stage, { width: 812, height: 690 }, 13);
    for (let scene = 1; scene < stage.scenes.length; scene++) {
      const { runs } = frameAt(layout, scene, 0.5);
      expect(runs.reduce((at, run) => (run.start === at ? run.end : NaN), 0)).toBe(1841);
    }
  });

  it("shows the same when a change is undone as when it is done", () => {
    const layout = layoutStage(
      stageOf(outcomes, [{}, { split: ["reports"] }, {}]),
      {
        width: 812,
        height: 690,
      },
      13,
    );
    const there = frameAt(layout, 1, 0.4);
    const back = frameAt(layout, 2, 0.6);
    expect(back.x).toEqual(there.x);
    expect(back.y).toEqual(there.y);
    expect(back.radius).toBeCloseTo(there.radius, 9);
  });
});
