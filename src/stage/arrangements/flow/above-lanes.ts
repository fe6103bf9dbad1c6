import { sum } from "../../groups/dots.ts";
import { bandPath } from "./band-path.ts";
import { mixed, share } from "../../motion/lerp.ts";
import type { Points } from "../../motion/grid.ts";
import type { Bar, Parting } from "./parting.ts";

/** One bar's strand of the trunk: its right edge, its thickness there, and the bar that it turns into. In pixels. */
export interface Strand {
  readonly bar: Bar;
  readonly right: number;
  readonly thick: number;
  readonly trunkTop: number;
  readonly dotsTop: number;
  /** Thickness of the bar. */
  readonly breadth: number;
  /** Where it reaches the bar. */
  readonly arrive: number;
}

/**
 * One lane: down the trunk at `x`, round a corner that begins `bend` above, and along the bar, whose top is at `barTop`,
 * at `y` from `arrive`.
 */
export interface Lane {
  readonly x: number;
  readonly y: number;
  readonly arrive: number;
  readonly bend: number;
  readonly barTop: number;
}

/**
 * The lane of a strand that runs into its bar at the share `across` (0 to 1) of the bar's thickness, from the top; no
 * nearer than `inset` pixels to the stage's edge.
 */
export function laneIn(strand: Strand, across: number, inset = 0): Lane {
  const { right, thick, trunkTop, dotsTop, breadth, arrive } = strand;
  const x = Math.max(inset, right - thick * across);
  const y = dotsTop + breadth * across;
  const bend = Math.min((arrive - x) * 0.9, Math.max(0, y - trunkTop));
  return { x, y, arrive, bend, barTop: dotsTop };
}

/** Handle of a Bézier curve that comes close to a quarter of a circle, as a share of its radius. */
const quarter = 0.5523;

/** The soft band of a strand, between its uppermost and its lowest lane. */
export function bandBelow(strand: Strand): Parting["bands"][number] {
  const inner = laneIn(strand, 0);
  const outer = laneIn(strand, 1);
  const into = ({ x, arrive }: Lane) => mixed(arrive, x, quarter);
  const above = ({ y, bend }: Lane) => y - bend + bend * quarter;
  const top = strand.trunkTop;
  const path = bandPath(
    [inner.x, top],
    [
      [inner.x, inner.y - inner.bend],
      [inner.x, above(inner), into(inner), inner.y, inner.arrive, inner.y],
      [outer.arrive, outer.y],
      [into(outer), outer.y, outer.x, above(outer), outer.x, outer.y - outer.bend],
      [outer.x, top],
    ],
  );
  return { figure: strand.bar.figure, path };
}

/** A cubic Bézier curve in one dimension: its ends and, between them, its handles. */
type Curve = readonly [number, number, number, number];

function pointOf([a, b, c, d]: Curve, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** A curve on which one goes at one speed. */
function straight(from: number, to: number): Curve {
  return [from, mixed(from, to, 1 / 3), mixed(from, to, 2 / 3), to];
}

/** A stretch of a way: about how long it is, in pixels, and where it leads. */
interface Leg {
  readonly length: number;
  readonly x: Curve;
  readonly y: Curve;
}

/**
 * Every dot on its own lane: past the foot of what stays, at `restEnd`, along its row to the trunk, down it and round
 * into its bar, at one speed. Rows that would run through the bar run closer together above it.
 */
export function travelBelow(
  lanes: readonly (Lane | undefined)[],
  whole: Points,
  restEnd: number,
): Parting["travel"] {
  const top = Math.min(...whole.y);
  // Rows beside what stays drop to as far below its foot.
  const lowest = Math.max(...whole.y, 2 * restEnd - top);
  const legsTo = ({ x, y, arrive, bend, barTop }: Lane, x0: number, y0: number): readonly Leg[] => {
    const corner = y - bend;
    const beside = y0 < restEnd;
    const closer = share(barTop, restEnd, lowest);
    const row = restEnd + (beside ? y0 - top : y0 - restEnd) * closer;
    const from = beside ? row : y0;
    const away = Math.abs(x0 - x);
    const enter = Math.min(corner, row + away * 0.3);
    return [
      { length: Math.max(0, from - y0), x: straight(x0, x0), y: straight(y0, from) },
      {
        length: away + Math.abs(enter - from) * 0.6,
        x: [x0, mixed(x0, x, 0.6), x, x],
        y: [from, row, mixed(row, enter, 0.4), enter],
      },
      { length: corner - enter, x: straight(x, x), y: straight(enter, corner) },
      {
        length: (bend + arrive - x) * 0.8,
        x: [x, x, mixed(arrive, x, quarter), arrive],
        y: [corner, corner + bend * quarter, y, y],
      },
    ];
  };
  const ways = lanes.map((lane, i) => lane && legsTo(lane, whole.x[i], whole.y[i]));
  const lengths = ways.map((legs) => sum(legs?.map(({ length }) => length) ?? []));
  return (i, bars, way, to) => {
    to.x[i] = whole.x[i];
    to.y[i] = whole.y[i];
    const [legs, lane] = [ways[i], lanes[i]];
    if (!legs || !lane) return;
    const last: Leg = {
      length: Math.max(1, bars.x[i] - lane.arrive),
      x: straight(lane.arrive, bars.x[i]),
      y: straight(lane.y, bars.y[i]),
    };
    let left = way * (lengths[i] + last.length);
    let leg = 0;
    while (leg < legs.length && left >= legs[leg].length) left -= legs[leg++].length;
    const { length, x, y } = legs[leg] ?? last;
    to.x[i] = pointOf(x, left / length);
    to.y[i] = pointOf(y, left / length);
  };
}
