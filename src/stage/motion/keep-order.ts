import { commonRanges, type Dots } from "../groups/dots.ts";
import { isFlow } from "../groups/groups.ts";
import { runsOf } from "../groups/runs.ts";
import type { DotRange, Points, Stage } from "../types.ts";
import type { Spot } from "./grid.ts";
import { planJourney, type Journey } from "./journey.ts";
import { matchInOrder } from "./match.ts";

/** Where a scene's dots stand, as its arrangement places them. */
export interface Standing extends Points {
  readonly pitch: number;
  /** Whether each dot has a place of its own. False: a run has its places, and any of its dots may take any of them. */
  readonly isFixed: boolean;
}

/** Where a scene's dots stand in the end, and how they come there. */
export interface Ordered extends Points {
  readonly journey: Journey;
}

/** Groups overlap where their outermost dots touch, or come nearer than this beyond half a pitch: in pixels. */
const nearly = 2;

/**
 * Gives all scenes' dots their places. Where no dot has a place of its own, the dots of a run keep the order of the
 * scene before, so that they move as one body; the first scene takes its order from the next one that is fixed, or else
 * from the second. A whole between scenes that no band leads to keeps the order of all its dots.
 */
export function keepOrder(standings: readonly Standing[], stage: Stage, dots: Dots): Ordered[] {
  const runs = stage.scenes.map((scene) => runsOf(stage.figure, scene, dots));
  let before: Points = standings.find(({ isFixed }) => isFixed) ?? standings[1] ?? standings[0];
  return standings.map((standing, scene) => {
    const isFree = isFreeWhole(standings, stage, scene);
    const ranges = isFree ? runs[scene] : commonRanges(runs[Math.max(0, scene - 1)], runs[scene]);
    const { x, y } = isFree || !standing.isFixed ? inOrderOf(before, standing, ranges) : standing;
    // Between two fixed scenes dots follow bands, or stay.
    const goesStraight = !standing.isFixed || standings[scene - 1]?.isFixed === false;
    const journey = planJourney(before, { x, y }, goesStraight ? ranges : [], standing.pitch / 2 + nearly);
    before = { x, y };
    return { x, y, journey };
  });
}

/** Whether a scene shows an undivided whole, and no band leads from or to it. */
function isFreeWhole(standings: readonly Standing[], { scenes }: Stage, scene: number): boolean {
  const hasBands = [scene - 1, scene + 1].some((at) => standings[at]?.isFixed && isFlow(scenes[at]));
  return scene > 0 && !hasBands && scenes[scene].split.length === 0;
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

function spotsOf({ x, y }: Points, { start, end }: DotRange): Spot[] {
  return Array.from({ length: end - start }, (_, k) => ({ x: x[start + k], y: y[start + k] }));
}
