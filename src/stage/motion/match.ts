import { extent } from "../numbers.ts";
import type { Spot } from "./grid.ts";

type Axis = "x" | "y";

/** Spots by index, and the order that they have along an axis, ties by the other one. */
interface Ordered {
  readonly spots: readonly Spot[];
  /** The spots in order, and the place of each in it. */
  readonly order: Readonly<Record<Axis, Int32Array>>;
  readonly rank: Readonly<Record<Axis, Int32Array>>;
}

function orderAlong(spots: readonly Spot[], axis: Axis): Int32Array {
  const other = axis === "x" ? "y" : "x";
  return Int32Array.from(spots.keys()).sort(
    (a, b) => spots[a][axis] - spots[b][axis] || spots[a][other] - spots[b][other],
  );
}

function ordered(spots: readonly Spot[]): Ordered {
  const order = { x: orderAlong(spots, "x"), y: orderAlong(spots, "y") };
  const ranks = (order: Int32Array) => {
    const rank = new Int32Array(order.length);
    order.forEach((spot, at) => (rank[spot] = at));
    return rank;
  };
  return { spots, order, rank: { x: ranks(order.x), y: ranks(order.y) } };
}

/** How far some of the spots reach along an axis; never 0. */
function reach({ spots }: Ordered, chosen: Int32Array, axis: Axis): number {
  const [low, high] = extent(Float64Array.from(chosen, (spot) => spots[spot][axis]));
  return high - low + 1;
}

/** Sorts some of the spots along an axis: by their ranks, since numbers alone are sorted many times faster. */
function sortAlong({ order, rank }: Ordered, chosen: Int32Array, axis: Axis): void {
  for (let k = 0; k < chosen.length; k++) chosen[k] = rank[axis][chosen[k]];
  chosen.sort();
  for (let k = 0; k < chosen.length; k++) chosen[k] = order[axis][chosen[k]];
}

/**
 * Gives each of the spots `from` one of the equally many spots `to`, by index, so that neighbours stay neighbours: what
 * is left of others stays left of them, what is above stays above. Both are halved along the same axis, again and
 * again, and half goes to half.
 */
export function matchInOrder(from: readonly Spot[], to: readonly Spot[]): Int32Array {
  const match = new Int32Array(from.length);
  const [one, other] = [ordered(from), ordered(to)];
  const halve = (here: Int32Array, there: Int32Array) => {
    if (here.length < 2) {
      here.forEach((spot) => (match[spot] = there[0]));
      return;
    }
    const wide = reach(one, here, "x") * reach(other, there, "x");
    const high = reach(one, here, "y") * reach(other, there, "y");
    const axis = wide >= high ? "x" : "y";
    sortAlong(one, here, axis);
    sortAlong(other, there, axis);
    const middle = here.length >> 1;
    halve(here.subarray(0, middle), there.subarray(0, middle));
    halve(here.subarray(middle), there.subarray(middle));
  };
  halve(Int32Array.from(from.keys()), Int32Array.from(to.keys()));
  return match;
}
