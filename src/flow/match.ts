/** A place on a grid or on the stage; x and y may count cells or pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

type Axis = "x" | "y";

function extent(spots: readonly Spot[], chosen: Int32Array, axis: Axis): number {
  let low = Infinity;
  let high = -Infinity;
  for (const i of chosen) {
    low = Math.min(low, spots[i][axis]);
    high = Math.max(high, spots[i][axis]);
  }
  return high - low + 1;
}

function sorted(spots: readonly Spot[], chosen: Int32Array, axis: Axis): Int32Array {
  const other = axis === "x" ? "y" : "x";
  return chosen.sort((a, b) => spots[a][axis] - spots[b][axis] || spots[a][other] - spots[b][other] || a - b);
}

/**
 * Gives each of the spots `from` one of the equally many spots `to`, by index, so that neighbours stay neighbours: what
 * is left of others stays left of them, what is above stays above. Both are halved along the same axis, again and
 * again, and half goes to half.
 */
export function matchInOrder(from: readonly Spot[], to: readonly Spot[]): Int32Array {
  const match = new Int32Array(from.length);
  const halve = (here: Int32Array, there: Int32Array) => {
    if (here.length <= 1) {
      if (here.length === 1) match[here[0]] = there[0];
      return;
    }
    const wide = extent(from, here, "x") * extent(to, there, "x");
    const high = extent(from, here, "y") * extent(to, there, "y");
    const axis = wide >= high ? "x" : "y";
    sorted(from, here, axis);
    sorted(to, there, axis);
    const middle = here.length >> 1;
    halve(here.subarray(0, middle), there.subarray(0, middle));
    halve(here.subarray(middle), there.subarray(middle));
  };
  halve(Int32Array.from(from.keys()), Int32Array.from(to.keys()));
  return match;
}
