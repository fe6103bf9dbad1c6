import { easeCubicInOut } from "d3-ease";
import { mixed, share } from "./lerp.ts";
import { sum, type DotRange } from "../groups/dots.ts";
import type { Points } from "./grid.ts";

/** How the groups of a scene come to their places in the next one. */
export interface Journey {
  /** How much smaller a group is half-way than it would be: a share. */
  readonly gathers: number;
  /** For each dot, by how much of the change its group goes up and down before it goes along; below 0 it goes along first. */
  readonly leads: Float64Array;
}

/** How large groups are on the way, as a share: they draw together, go, and open up again, so that none goes over others. */
export function sizeOnTheWay(t: number, gathers: number): number {
  return 1 - Math.sin(Math.PI * t) ** 2 * gathers;
}

export const axes = ["x", "y"] as const;

/** How far a group has come on an axis, as a share, that goes along so much later than up and down. */
export function wayAt(t: number, axis: "x" | "y", lead: number): number {
  const begins = Math.max(0, axis === "x" ? lead : -lead);
  return easeCubicInOut(share(t, begins, begins + 1 - Math.abs(lead)));
}

/** What is tried: the leads, as shares of a change, and how much groups gather. */
const leadsTried = [0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21];
const gathersTried = [0, 0.25, 0.5, 0.75];
/** The moments at which groups are looked at, as shares of a change, and how much they may meet there in all. */
const moments = Array.from({ length: 31 }, (_, i) => 0.2 + i * 0.02);
const bearable = 0.3;

/** The middle of some values, and how far they reach to both sides of it, and a little more. */
type Span = readonly [middle: number, reach: number];

function spanOf(values: Float64Array, near: number): Span {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [(low + high) / 2, (high - low) / 2 + near];
}

/** How much of each other two groups cover, from 0 for none, by their spans on both axes. */
function meeting(one: readonly Span[], other: readonly Span[]): number {
  return one.reduce((covered, [middle, reach], axis) => {
    const [otherMiddle, otherReach] = other[axis];
    const shared = reach + otherReach - Math.abs(middle - otherMiddle);
    return covered * Math.max(0, shared / Math.min(reach, otherReach));
  }, 1);
}

/**
 * Of the ways round that there are, each group takes the one on which it meets the others least; and all gather no more
 * than it takes for them to pass each other. They meet where their outermost dots are within `near` pixels on both sides.
 */
export function planJourney(from: Points, to: Points, groups: readonly DotRange[], near: number): Journey {
  const leads = new Float64Array(to.x.length);
  let gathers = 0;
  for (gathers of gathersTried) {
    /** By a group's first dot: its spans on both axes at all moments, and how much it meets the others. */
    const chosen: Span[][][] = [];
    const met: number[] = [];
    // Twice: the first ones were chosen when there were no others yet.
    for (const { start, end } of [...groups, ...groups]) {
      const ends = axes.map((axis) =>
        [from, to].map((points) => spanOf(points[axis].subarray(start, end), near)),
      );
      met[start] = Infinity;
      for (const lead of leadsTried) {
        const spans = moments.map((t) =>
          ends.map(([one, other], axis): Span => {
            const way = wayAt(t, axes[axis], lead);
            return [mixed(one[0], other[0], way), mixed(one[1], other[1], way) * sizeOnTheWay(t, gathers)];
          }),
        );
        let meets = 0;
        chosen.forEach((others, other) =>
          spans.forEach((own, moment) => {
            if (other !== start) meets += meeting(own, others[moment]);
          }),
        );
        if (meets < met[start]) {
          met[start] = meets;
          chosen[start] = spans;
          leads.fill(lead, start, end);
          if (meets === 0) break;
        }
      }
    }
    if (sum(met) < bearable) break;
  }
  return { gathers, leads };
}
