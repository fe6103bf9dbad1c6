import type { DotRange, DotShare } from "./dots.ts";
import type { Points } from "./grid.ts";
import { matchInOrder, type Spot } from "./match.ts";
import { isFlow } from "./parting.ts";
import { partsOf } from "./parts.ts";
import type { Stage } from "./types.ts";

/** Where a scene's dots stand. `loose`: nothing fixes which dot of a figure has which of its places. */
export interface Standing extends Points {
  readonly loose: boolean;
}

/** The dots of each part that is drawn as one in both scenes. */
function commonRanges(before: readonly DotRange[], after: readonly DotRange[]): DotRange[] {
  const ends = [...new Set([...before, ...after].map(({ end }) => end))].sort((a, b) => a - b);
  return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));
}

function spotsOf({ x, y }: Points, { start, end }: DotRange): Spot[] {
  return Array.from({ length: end - start }, (_, k) => ({ x: x[start + k], y: y[start + k] }));
}

/** The same places, those of each range given to its dots in the order in which they stood before. */
function inOrderOf(before: Points, places: Points, ranges: readonly DotRange[]): Points {
  const to = { x: places.x.slice(), y: places.y.slice() };
  for (const range of ranges) {
    const spots = spotsOf(places, range);
    matchInOrder(spotsOf(before, range), spots).forEach((spot, k) => {
      to.x[range.start + k] = spots[spot].x;
      to.y[range.start + k] = spots[spot].y;
    });
  }
  return to;
}

/** True where a whole lies between scenes that don't part it: then it may take its dots as they come. */
function isBetweenLoose({ scenes }: Stage, scene: number): boolean {
  const parts = [scenes[scene - 1], scenes[scene + 1]].some((other) => other && isFlow(other));
  return scene > 0 && !parts && scenes[scene].split.length === 0;
}

/**
 * The places of all scenes' dots. Where they are loose, the dots of a figure keep the order of the scene before (of the
 * next one that is fixed, before the first), so that they move as one body; and so do all dots where they become one.
 */
export function keepOrder(places: readonly Standing[], stage: Stage, share: DotShare): Points[] {
  const parts = stage.scenes.map((scene) => partsOf(stage.figure, scene, share));
  let before: Points | undefined = places.find(({ loose }) => !loose);
  return places.map((standing, scene) => {
    const whole = isBetweenLoose(stage, scene);
    const ranges = whole ? parts[scene] : commonRanges(parts[Math.max(0, scene - 1)], parts[scene]);
    before = before && (whole || standing.loose) ? inOrderOf(before, standing, ranges) : standing;
    return before;
  });
}
