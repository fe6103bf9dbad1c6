import { commonRanges, type DotRange, type DotShare } from "../groups/dots.ts";
import type { Points } from "./grid.ts";
import { planJourney, type Journey } from "./journey.ts";
import { matchInOrder, type Spot } from "./match.ts";
import { isFlow } from "../arrangements/flow/parting.ts";
import { partsOf } from "../groups/runs.ts";
import type { Stage } from "../types.ts";

/** Where a scene's dots stand. `loose`: nothing fixes which dot of a figure has which of its places. */
export interface Standing extends Points {
  readonly loose: boolean;
  readonly pitch: number;
}

/** Where a scene's dots stand in the end, and how they come there. */
export interface Ordered extends Points {
  readonly journey: Journey;
}

/** Groups meet whose outermost dots touch each other, or come nearer than this beyond their cells: in pixels. */
const nearly = 2;

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
function isBetweenLoose(places: readonly Standing[], { scenes }: Stage, scene: number): boolean {
  const isParted = [scene - 1, scene + 1].some((at) => places[at]?.loose === false && isFlow(scenes[at]));
  return scene > 0 && !isParted && scenes[scene].split.length === 0;
}

/**
 * The places of all scenes' dots. Where they are loose, the dots of a figure keep the order of the scene before (of the
 * next one that is fixed, or else of the second scene, before the first), so that they move as one body; and so do all
 * dots where they become one.
 */
export function keepOrder(places: readonly Standing[], stage: Stage, share: DotShare): Ordered[] {
  const parts = stage.scenes.map((scene) => partsOf(stage.figure, scene, share));
  let before: Points = places.find(({ loose }) => !loose) ?? places[1] ?? places[0];
  return places.map((standing, scene) => {
    const whole = isBetweenLoose(places, stage, scene);
    const ranges = whole ? parts[scene] : commonRanges(parts[Math.max(0, scene - 1)], parts[scene]);
    const after = whole || standing.loose ? inOrderOf(before, standing, ranges) : standing;
    // Between places that are fixed dots go on lanes, or not at all.
    const goesStraight = standing.loose || places[scene - 1]?.loose;
    const journey = planJourney(before, after, goesStraight ? ranges : [], standing.pitch / 2 + nearly);
    before = after;
    return { x: after.x, y: after.y, journey };
  });
}
