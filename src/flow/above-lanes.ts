import { bandPath } from "./band-path.ts";
import type { Points } from "./grid.ts";
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
  const into = ({ x, arrive }: Lane) => arrive - (arrive - x) * quarter;
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

/** A point of a cubic Bézier curve in one dimension. */
function bezier(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/**
 * Every dot on its own lane: past the foot of what stays, at `restEnd`, along its row to the trunk, down it and round
 * into its bar. Rows that would run through the bar run closer together above it. The way has five legs, along which a
 * dot goes at one speed.
 */
export function travelBelow(
  lanes: readonly (Lane | undefined)[],
  whole: Points,
  restEnd: number,
): Parting["travel"] {
  const top = whole.y.reduce((least, y) => Math.min(least, y), Infinity);
  // Rows beside what stays drop to as far below its foot.
  const lowest = whole.y.reduce((most, y) => Math.max(most, y), 2 * restEnd - top);
  return (i, bars, way, to) => {
    const [x0, y0] = [whole.x[i], whole.y[i]];
    to.x[i] = x0;
    to.y[i] = y0;
    const lane = lanes[i];
    if (!lane) return;
    const { x, y, arrive, bend, barTop } = lane;
    const corner = y - bend;
    const beside = y0 < restEnd;
    const closer = Math.max(0, Math.min(1, (barTop - restEnd) / (lowest - restEnd || 1)));
    const row = restEnd + (y0 + (beside ? restEnd - top : 0) - restEnd) * closer;
    const sweepFrom = beside ? row : y0;
    const enter = Math.min(corner, row + Math.abs(x0 - x) * 0.3);
    const drop = Math.max(0, sweepFrom - y0);
    const sweep = Math.abs(x0 - x) + Math.abs(enter - sweepFrom) * 0.6;
    const down = corner - enter;
    const round = (bend + arrive - x) * 0.8;
    const [xEnd, yEnd] = [bars.x[i], bars.y[i]];
    const along = Math.max(0, xEnd - arrive);
    let left = way * (drop + sweep + down + round + along);
    if (left < drop) {
      to.y[i] = y0 + left;
      return;
    }
    left -= drop;
    if (left < sweep) {
      const t = left / sweep;
      to.x[i] = bezier(x0, x0 + (x - x0) * 0.6, x, x, t);
      to.y[i] = bezier(sweepFrom, row, row + (enter - row) * 0.4, enter, t);
      return;
    }
    left -= sweep;
    if (left < down) {
      to.x[i] = x;
      to.y[i] = enter + left;
      return;
    }
    left -= down;
    if (left < round) {
      const t = left / round;
      to.x[i] = bezier(x, x, arrive - (arrive - x) * quarter, arrive, t);
      to.y[i] = bezier(corner, corner + bend * quarter, y, y, t);
      return;
    }
    left -= round;
    const t = along === 0 ? 1 : left / along;
    to.x[i] = arrive + (xEnd - arrive) * t;
    to.y[i] = y + (yEnd - y) * t;
  };
}
