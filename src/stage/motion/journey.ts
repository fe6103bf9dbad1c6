import { easeCubicInOut } from "d3-ease";
import { extent } from "../numbers.ts";
import type { DotRange, Points } from "../types.ts";
import { lerp, progress } from "./lerp.ts";

/** How the groups of a scene come to their places in the next one, each as one body, so that none covers another. */
export interface Journey {
  /** How much smaller every group is half-way: a fraction of its size. */
  readonly contraction: number;
  /**
   * For each dot, how much later its group moves sideways than up and down: a fraction of the change. Below 0 it moves
   * sideways first.
   */
  readonly delays: Float64Array;
}

export const axes = ["x", "y"] as const;

/** The size of groups at the moment `t` (0 to 1) of a change: a fraction of what it would be without contraction. */
export function groupSizeAt(t: number, contraction: number): number {
  return 1 - Math.sin(Math.PI * t) ** 2 * contraction;
}

/** How far a group with a delay has come along an axis at the moment `t` (0 to 1) of a change: 0 to 1. */
export function progressOnAxis(t: number, axis: "x" | "y", delay: number): number {
  const begins = Math.max(0, axis === "x" ? delay : -delay);
  return easeCubicInOut(progress(t, begins, begins + 1 - Math.abs(delay)));
}

/** What is tried: delays where the straight way is not free, and contractions. Those first that are seen least. */
const delaysTried = [0.07, -0.07, 0.14, -0.14, 0.21, -0.21];
const contractionsTried = [0, 0.25, 0.5, 0.75];
/** The moments of a change at which the groups' overlap is measured, and how much is tolerable in all. */
const moments = Array.from({ length: 31 }, (_, i) => 0.2 + i * 0.02);
const tolerable = 0.3;

/** What a group covers of an axis, in pixels: so far to both sides of the middle. */
type Span = readonly [middle: number, reach: number];

/** A group's spans on both axes, at the beginning and at the end of a change. */
interface Mover {
  readonly from: readonly Span[];
  readonly to: readonly Span[];
}

/** A delay for one group, its spans at all moments with that delay, and how much it overlaps others then. */
interface Route {
  readonly delay: number;
  readonly spans: readonly (readonly Span[])[];
  readonly overlap: number;
}

/**
 * Plans a change: each group takes the delay with which it overlaps the others least, and all contract no more than
 * it takes for them to pass each other. Groups overlap where the outermost dots are within `near` pixels on both axes.
 */
export function planJourney(from: Points, to: Points, groups: readonly DotRange[], near: number): Journey {
  const moving = groups.filter(({ start, end }) => start < end);
  const movers = moving.map((group) => ({ from: spansOf(from, group, near), to: spansOf(to, group, near) }));
  let contraction = 0;
  let routes: readonly Route[] = [];
  for (contraction of contractionsTried) {
    routes = chooseRoutes(movers, contraction);
    if (routes.reduce((total, { overlap }) => total + overlap, 0) < tolerable) break;
  }
  const delays = new Float64Array(to.x.length);
  moving.forEach(({ start, end }, i) => delays.fill(routes[i].delay, start, end));
  return { contraction, delays };
}

function spansOf(points: Points, { start, end }: DotRange, near: number): Span[] {
  return axes.map((axis) => {
    const [low, high] = extent(points[axis].subarray(start, end));
    return [(low + high) / 2, (high - low) / 2 + near];
  });
}

function chooseRoutes(movers: readonly Mover[], contraction: number): Route[] {
  const routes: Route[] = [];
  // Twice: the first groups choose when there are no others yet.
  for (const index of [...movers.keys(), ...movers.keys()]) {
    const others = routes.filter((_, other) => other !== index);
    routes[index] = chooseRoute(movers[index], others, contraction);
  }
  return routes;
}

/** The route with the least overlap: of equals, the first that is tried. */
function chooseRoute(mover: Mover, others: readonly Route[], contraction: number): Route {
  const routeWith = (delay: number): Route => {
    const spans = moments.map((t) => spansAt(mover, t, delay, contraction));
    return { delay, spans, overlap: overlapOf(spans, others) };
  };
  let best = routeWith(0);
  for (const delay of delaysTried) {
    if (best.overlap === 0) break;
    const route = routeWith(delay);
    if (route.overlap < best.overlap) best = route;
  }
  return best;
}

function spansAt({ from, to }: Mover, t: number, delay: number, contraction: number): Span[] {
  return axes.map((axis, i) => {
    const way = progressOnAxis(t, axis, delay);
    const reach = lerp(from[i][1], to[i][1], way) * groupSizeAt(t, contraction);
    return [lerp(from[i][0], to[i][0], way), reach];
  });
}

/** How much a group overlaps others, in all moments together. */
function overlapOf(spans: Route["spans"], others: readonly Route[]): number {
  let total = 0;
  for (const other of others) {
    for (const [moment, own] of spans.entries()) total += overlapAt(own, other.spans[moment]);
  }
  return total;
}

/** How much two groups overlap, as a product of both axes: on each, of the smaller one's reach. 0 where they are apart. */
function overlapAt(own: readonly Span[], other: readonly Span[]): number {
  return own.reduce((overlap, [middle, reach], i) => {
    const [otherMiddle, otherReach] = other[i];
    const both = reach + otherReach - Math.abs(middle - otherMiddle);
    return overlap * Math.max(0, both / Math.min(reach, otherReach));
  }, 1);
}
