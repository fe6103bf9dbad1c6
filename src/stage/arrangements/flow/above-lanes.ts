import { lerp, progress } from "../../motion/lerp.ts";
import { extent, sum } from "../../numbers.ts";
import type { Points } from "../../types.ts";
import type { AboveFit } from "./above-fit.ts";
import { pointOf, quarter, straight, type Curve } from "./bezier.ts";
import { laneIn, type Lane, type Strand } from "./strands.ts";
import type { FlowLayout } from "./types.ts";

/** One stretch of a dot's way: about how long it is, in pixels, and where it leads. */
interface Leg {
  readonly length: number;
  readonly x: Curve;
  readonly y: Curve;
}

/** A dot's way as far as the beginning of its bar. */
interface Way {
  readonly lane: Lane;
  readonly legs: readonly Leg[];
  readonly length: number;
}

/**
 * Every dot of the bars on its own lane, at one speed: past the foot of the remainder, along its row to the trunk, down
 * it and round into its bar. The remainder's dots stay.
 */
export function travelBelow(
  strands: readonly Strand[],
  closed: Points,
  inBars: Points,
  { pitch, remainderEnd }: AboveFit,
): FlowLayout["travel"] {
  const rowOf = rowsTowardsTrunk(closed, remainderEnd);
  const ways = new Map<number, Way>();
  for (const strand of strands) {
    const { bar, dotsTop, barThickness } = strand;
    for (let dot = bar.start; dot < bar.start + bar.count; dot++) {
      const lane = laneIn(strand, (inBars.y[dot] - dotsTop) / barThickness, pitch / 2);
      const [x, y] = [closed.x[dot], closed.y[dot]];
      const row = rowOf(y, dotsTop);
      const legs = legsOf(lane, x, y, row, y < remainderEnd ? row : y);
      ways.set(dot, { lane, legs, length: sum(legs.map(({ length }) => length)) });
    }
  }
  return (dot, end, way, to) => {
    to.x[dot] = closed.x[dot];
    to.y[dot] = closed.y[dot];
    const own = ways.get(dot);
    if (!own) return;
    const last = legInBar(own.lane, end.x[dot], end.y[dot]);
    let left = way * (own.length + last.length);
    let leg = 0;
    while (leg < own.legs.length && left >= own.legs[leg].length) left -= own.legs[leg++].length;
    const { length, x, y } = own.legs[leg] ?? last;
    to.x[dot] = pointOf(x, left / length);
    to.y[dot] = pointOf(y, left / length);
  };
}

/**
 * The height at which a dot at `y` goes sideways: its own row, or, beside the remainder, as far below the remainder's
 * foot as it stands below its top. Rows that would run through the bar run closer together above it.
 */
function rowsTowardsTrunk(closed: Points, remainderEnd: number): (y: number, barTop: number) => number {
  const [top, bottom] = extent(closed.y);
  const lowest = Math.max(bottom, 2 * remainderEnd - top);
  return (y, barTop) => {
    const closer = progress(barTop, remainderEnd, lowest);
    return remainderEnd + (y < remainderEnd ? y - top : y - remainderEnd) * closer;
  };
}

/** The legs of a lane from the whole to the bar: from `x0`, `y0` down to `from`, and sideways about the height `row`. */
function legsOf({ x, y, arrive, bend }: Lane, x0: number, y0: number, row: number, from: number): Leg[] {
  const corner = y - bend;
  const away = Math.abs(x0 - x);
  const enter = Math.min(corner, row + away * 0.3);
  return [
    { length: Math.max(0, from - y0), x: straight(x0, x0), y: straight(y0, from) },
    {
      length: away + Math.abs(enter - from) * 0.6,
      x: [x0, lerp(x0, x, 0.6), x, x],
      y: [from, row, lerp(row, enter, 0.4), enter],
    },
    { length: corner - enter, x: straight(x, x), y: straight(enter, corner) },
    {
      length: (bend + arrive - x) * 0.8,
      x: [x, x, lerp(arrive, x, quarter), arrive],
      y: [corner, corner + bend * quarter, y, y],
    },
  ];
}

/** The last leg: along the row of the bar. */
function legInBar({ arrive, y }: Lane, endX: number, endY: number): Leg {
  return { length: Math.max(1, endX - arrive), x: straight(arrive, endX), y: straight(y, endY) };
}
