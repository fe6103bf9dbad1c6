import type { DotRange, DotShare } from "./dots.ts";
import { points, type Points } from "./grid.ts";
import { matchInOrder, type Spot } from "./match.ts";
import { isFlow } from "./parting.ts";
import type { Stage, StageFigure } from "./types.ts";

/** Where a scene's dots stand. `loose`: nothing fixes which dot of a figure has which of its places. */
export interface Standing extends Points {
  readonly loose: boolean;
}

/** The dots of the smallest figures: those that no scene can divide. */
function smallestRanges(figure: StageFigure, share: DotShare): DotRange[] {
  if (figure.parts.length === 0) return [share.ranges.get(figure.id)!];
  return figure.parts.flatMap((part) => smallestRanges(part, share));
}

function spotsOf({ x, y }: Points, { start, end }: DotRange): Spot[] {
  return Array.from({ length: end - start }, (_, k) => ({ x: x[start + k], y: y[start + k] }));
}

/** The same places, those of each range given to its dots in the order in which they stood before. */
function inOrderOf(before: Points, places: Points, ranges: readonly DotRange[]): Points {
  const to = points(places.x.length);
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
  const [before, now, after] = [scenes[scene - 1], scenes[scene], scenes[scene + 1]];
  const parts = [before, after].some((other) => other && isFlow(other));
  return before !== undefined && !parts && now.split.length === 0 && now.focus.length === 0;
}

/**
 * The places of all scenes' dots. Where they are loose, the dots of a figure keep the order of the scene before (of the
 * next one that is fixed, before the first), so that they move as one body; and so do all dots where they become one.
 */
export function keepOrder(places: readonly Standing[], stage: Stage, share: DotShare): Points[] {
  const ranges = smallestRanges(stage.figure, share);
  const all = [{ start: 0, end: share.count }];
  let before: Points | undefined = places.find(({ loose }) => !loose);
  return places.map((standing, scene) => {
    if (before && isBetweenLoose(stage, scene)) before = inOrderOf(before, standing, all);
    else before = standing.loose && before ? inOrderOf(before, standing, ranges) : standing;
    return before;
  });
}
