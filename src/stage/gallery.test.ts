import { describe, expect, it } from "vitest";
import {
  boxOf,
  dotsUnderWords,
  labelsThatTouch,
  mostOverlap,
  nearest,
} from "../../test/support/collisions.ts";
import { gallery, windows } from "../../test/support/gallery.ts";
import { isFlow } from "./groups/groups.ts";
import { layoutStage, type StageLayout } from "./layout.ts";
import { frameAt } from "./transition.ts";
import type { Label, Size } from "./types.ts";

const smallestText = 13;
const tolerance = 0.5;
const moments = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** What of these words leaves the stage. */
function wordsOutside(labels: readonly Label[], { width, height }: Size): string[] {
  return labels
    .filter((label) => {
      const { left, right, top, bottom } = boxOf(label);
      return (
        left < -tolerance || right > width + tolerance || top < -tolerance || bottom > height + tolerance
      );
    })
    .map(({ value, lines }) => `${value} ${lines.join(" ")}`);
}

/** How many dots leave the stage. */
function dotsOutside(x: Float64Array, y: Float64Array, radius: number, { width, height }: Size): number {
  // On the way a dot may be a little nearer to the edge than its size allows.
  const leaves = (at: number, end: number) => at - radius < -1 || at + radius > end + 1;
  return x.filter((_, i) => leaves(x[i], width) || leaves(y[i], height)).length;
}

function everyFrame(layout: StageLayout) {
  return layout.placements.slice(1).flatMap((_, i) => moments.map((t) => frameAt(layout, i + 1, t)));
}

const hung = Object.entries(gallery).flatMap(([name, stage]) =>
  Object.entries(windows).map(([window, size]) => ({ name, stage, window, size })),
);

describe.each(hung)("$name in a window of $window", ({ stage, size }) => {
  const layout = layoutStage(stage, size, smallestText);
  const { placements } = layout;

  it("shows as many dots in every scene and between them, all of them on the stage", () => {
    for (const { x, y, radius } of [...placements, ...everyFrame(layout)]) {
      expect(x.length).toBe(layout.dots.count);
      expect(dotsOutside(x, y, radius, size)).toBe(0);
    }
  });

  it("keeps dots apart where they rest, a third of a dot from each other in every group", () => {
    for (const placement of placements) {
      expect(nearest(placement)).toBeGreaterThan(placement.pitch * 0.999);
      expect(placement.radius / placement.pitch).toBeCloseTo(0.375, 9);
    }
  });

  it("keeps words apart, off the dots, on the stage and large enough", () => {
    placements.forEach(({ labels, x, y, radius }, scene) => {
      expect({
        scene,
        touching: labelsThatTouch(labels),
        hidden: dotsUnderWords(labels, { x, y }, radius),
        outside: wordsOutside(labels, size),
        small: labels.filter((label) => label.fontSize < 12).length,
      }).toEqual({ scene, touching: [], hidden: 0, outside: [], small: 0 });
    });
  });

  it("lets no group go over another from place to place", () => {
    for (let scene = 1; scene < placements.length; scene++) {
      // Along bands, and in a bar whose groups move aside, neighbours may touch.
      const [before, after] = [stage.scenes[scene - 1], stage.scenes[scene]];
      if (layout.flow && [before, after].every((one) => isFlow(one) || one.split.length === 0)) continue;
      const most = Math.max(...moments.map((t) => mostOverlap(frameAt(layout, scene, t))));
      expect(most, `fraction of a group that touches others, on the way to scene ${scene + 1}`).toBeLessThan(
        0.5,
      );
    }
  });

  it("shows no words over each other on the way either", () => {
    for (const { labels } of everyFrame(layout)) {
      expect(labelsThatTouch(labels.map(({ item }) => item))).toEqual([]);
    }
  });
});
