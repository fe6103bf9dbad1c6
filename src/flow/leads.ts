import { easeCubicInOut } from "d3-ease";
import { mixed, share } from "./between.ts";
import type { DotRange } from "./dots.ts";
import type { Points } from "./grid.ts";

/** How much smaller a group is half-way than it would be: a share. */
const gathers = 0.75;

/** How large groups are on the way, as a share: they draw together, go, and open up again, so that none goes over others. */
export function sizeOnTheWay(t: number): number {
  return 1 - Math.sin(Math.PI * t) ** 2 * gathers;
}

export const axes = ["x", "y"] as const;

/** How far a group has come on an axis, as a share, that goes along so much later than up and down: see `chooseLeads`. */
export function wayAt(t: number, axis: "x" | "y", lead: number): number {
  const begins = Math.max(0, axis === "x" ? lead : -lead);
  return easeCubicInOut(share(t, begins, begins + 1 - Math.abs(lead)));
}

/** The leads that are tried, as shares of a change, and the moments at which groups are looked at. */
const tried = [0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21];
const moments = Array.from({ length: 31 }, (_, i) => 0.2 + i * 0.02);
/** Groups whose outermost dots are nearer than this, in pixels on either side, meet. */
const near = 3;

/** The middle of some values, and how far they reach to both sides of it. */
type Span = readonly [middle: number, reach: number];

function spanOf(values: Float64Array): Span {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [(low + high) / 2, (high - low) / 2 + near];
}

/** How much of each other two groups cover, from 0 for none, by their spans on both axes. */
function meeting(one: readonly Span[], other: readonly Span[]): number {
  return one.reduce((share, [middle, reach], axis) => {
    const [otherMiddle, otherReach] = other[axis];
    const shared = reach + otherReach - Math.abs(middle - otherMiddle);
    return share * Math.max(0, shared / Math.min(reach, otherReach));
  }, 1);
}

/**
 * For each dot, by how much of a change its group goes up and down before it goes along; below 0 it goes along first.
 * So, of the ways round that there are, each group takes the one on which it meets the others least.
 */
export function chooseLeads(from: Points, to: Points, groups: readonly DotRange[]): Float64Array {
  const leads = new Float64Array(to.x.length);
  /** By a group's first dot, its spans on both axes at all moments. */
  const chosen: Span[][][] = [];
  // Twice: the first ones were chosen when there were no others yet.
  for (const { start, end } of [...groups, ...groups]) {
    const ends = axes.map((axis) => [from, to].map((points) => spanOf(points[axis].subarray(start, end))));
    let least = Infinity;
    for (const lead of tried) {
      const spans = moments.map((t) =>
        ends.map(([one, other], axis): Span => {
          const way = wayAt(t, axes[axis], lead);
          return [mixed(one[0], other[0], way), mixed(one[1], other[1], way) * sizeOnTheWay(t)];
        }),
      );
      let meets = 0;
      chosen.forEach((others, other) =>
        spans.forEach((own, moment) => {
          if (other !== start) meets += meeting(own, others[moment]);
        }),
      );
      if (meets < least) {
        least = meets;
        chosen[start] = spans;
        leads.fill(lead, start, end);
      }
    }
  }
  return leads;
}
