import { bandPath } from "./band-path.ts";
import type { Points } from "./grid.ts";
import type { Bar, Parting } from "./parting.ts";

/** One bar's slice of the whole's side, and the bar's end that its band leads to: edges in pixels from the top. */
export interface Slice {
  readonly bar: Bar;
  readonly from: number;
  readonly to: number;
  readonly dotsTop: number;
  readonly dotsEnd: number;
}

/** Where the bands begin to bend and where they end, in pixels from the left. */
export interface Gate {
  readonly leave: number;
  readonly arrive: number;
}

/** Rises from 0 to 1 as a cubic Bézier curve does whose handles lie at a third and two thirds of its width. */
function swing(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

/** Soft bands from the whole's place, as thick as their number there, to their bars. */
export function bandsBeside(slices: readonly Slice[], { leave, arrive }: Gate): Parting["bands"] {
  const third = (arrive - leave) / 3;
  return slices
    .filter(({ bar }) => bar.count > 0)
    .map(({ bar, from, to, dotsTop, dotsEnd }) => {
      const [bend, unbend] = [leave + third, arrive - third];
      const there = bandPath`M0,${from}L${leave},${from}C${bend},${from},${unbend},${dotsTop},${arrive},${dotsTop}`;
      const back = bandPath`L${arrive},${dotsEnd}C${unbend},${dotsEnd},${bend},${to},${leave},${to}L0,${to}Z`;
      return { figure: bar.figure, path: there + back };
    });
}

/** Every dot on its own lane: out of the whole, along its band, into its bar. */
export function travelBeside(
  slices: readonly Slice[],
  gate: Gate,
  whole: Points,
  bars: Points,
): Parting["travel"] {
  const { leave, arrive } = gate;
  // Where a slice is thinner than a dot, its dots keep to the stage.
  const lowest = [whole.y, bars.y].reduce((low, ys) => ys.reduce((a, b) => Math.max(a, b), low), 0);
  const sliceOf = new Array<Slice | undefined>(whole.x.length);
  for (const slice of slices) sliceOf.fill(slice, slice.bar.start, slice.bar.start + slice.bar.count);
  return (i, end, way, to) => {
    const begin = whole.x[i];
    const x = begin + (end - begin) * way;
    const slice = sliceOf[i];
    to.x[i] = slice ? x : begin;
    to.y[i] = whole.y[i];
    if (!slice) return;
    const { from, to: until, dotsTop, dotsEnd } = slice;
    const lane = (bars.y[i] - dotsTop) / (dotsEnd - dotsTop);
    const along = swing((x - leave) / (arrive - leave));
    const upper = from + (dotsTop - from) * along;
    const lower = until + (dotsEnd - until) * along;
    const entered = swing((x - begin) / (leave - begin));
    const y = to.y[i] + (upper + (lower - upper) * lane - whole.y[i]) * entered;
    to.y[i] = Math.min(lowest, y);
  };
}
