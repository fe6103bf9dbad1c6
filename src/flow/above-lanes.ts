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

/** One lane: down the trunk at `x`, round a corner that begins `bend` above, and along the bar at `y` from `arrive`. */
export interface Lane {
  readonly x: number;
  readonly y: number;
  readonly arrive: number;
  readonly bend: number;
}

/**
 * The lane of a strand that runs into its bar at the share `across` (0 to 1) of the bar's thickness, from the top; no
 * nearer than `inset` pixels to the stage's edge.
 */
export function laneIn(strand: Strand, across: number, inset = 0): Lane {
  const { right, thick, trunkTop, dotsTop, breadth, arrive } = strand;
  const x = Math.max(inset, right - thick * across);
  const y = dotsTop + breadth * across;
  return { x, y, arrive, bend: Math.min((arrive - x) * 0.9, Math.max(0, y - trunkTop)) };
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
  const there =
    bandPath`M${inner.x},${top}L${inner.x},${inner.y - inner.bend}` +
    bandPath`C${inner.x},${above(inner)},${into(inner)},${inner.y},${inner.arrive},${inner.y}`;
  const back =
    bandPath`L${outer.arrive},${outer.y}C${into(outer)},${outer.y},${outer.x},${above(outer)}` +
    bandPath`,${outer.x},${outer.y - outer.bend}L${outer.x},${top}Z`;
  return { figure: strand.bar.figure, path: there + back };
}

/** A point of a cubic Bézier curve in one dimension. */
function bezier(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/**
 * Every dot on its own lane: out of the whole, whose foot is at `wholeEnd`, into the trunk, down and round into its
 * bar. Its way has four legs, along which it goes at one speed.
 */
export function travelBelow(
  lanes: readonly (Lane | undefined)[],
  whole: Points,
  wholeEnd: number,
  pitch: number,
): Parting["travel"] {
  return (i, end, way, to) => {
    const [x0, y0] = [whole.x[i], whole.y[i]];
    to.x[i] = x0;
    to.y[i] = y0;
    const lane = lanes[i];
    if (!lane) return;
    const { x, y, arrive, bend } = lane;
    const corner = y - bend;
    const enter = Math.min(corner, Math.max(wholeEnd, y0 + pitch));
    const into = Math.abs(x - x0) * 0.6 + Math.abs(enter - y0);
    const down = corner - enter;
    const round = (bend + arrive - x) * 0.8;
    const along = Math.max(0, end - arrive);
    const gone = way * (into + down + round + along);
    if (gone < into) {
      const t = gone / into;
      const handle = (enter - y0) * 0.5;
      to.x[i] = bezier(x0, x0, x, x, t);
      to.y[i] = bezier(y0, y0 + handle, enter - handle, enter, t);
    } else if (gone < into + down) {
      to.x[i] = x;
      to.y[i] = enter + gone - into;
    } else if (gone < into + down + round) {
      const t = (gone - into - down) / round;
      to.x[i] = bezier(x, x, arrive - (arrive - x) * quarter, arrive, t);
      to.y[i] = bezier(corner, corner + bend * quarter, y, y, t);
    } else {
      to.x[i] = along === 0 ? end : arrive + ((gone - into - down - round) * (end - arrive)) / along;
      to.y[i] = y;
    }
  };
}
