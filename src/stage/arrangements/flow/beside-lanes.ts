import { lerp, progress } from "../../motion/lerp.ts";
import type { Points } from "../../types.ts";
import { bandPath, toBand } from "./bands.ts";
import type { Bar, FlowLayout } from "./types.ts";

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
function swing(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Soft bands from the whole's place, as thick as their rows of dots there, to their bars. */
export function bandsBeside(slices: readonly Slice[], { leave, arrive }: Gate): FlowLayout["bands"] {
  const third = (arrive - leave) / 3;
  return slices
    .filter(({ bar }) => bar.count > 0)
    .map(({ bar, from, to, dotsTop, dotsEnd }) => {
      const [bend, unbend] = [leave + third, arrive - third];
      const path = bandPath(
        [0, from],
        [
          [leave, from],
          [bend, from, unbend, dotsTop, arrive, dotsTop],
          [arrive, dotsEnd],
          [unbend, dotsEnd, bend, to, leave, to],
          [0, to],
        ],
      );
      return toBand(bar, path);
    });
}

/** Every dot on its own lane: along its row out of the whole, round the bend of its band, along its row of the bar. */
export function travelBeside({ leave, arrive }: Gate, closed: Points): FlowLayout["travel"] {
  return (dot, end, way, to) => {
    const x = lerp(closed.x[dot], end.x[dot], way);
    to.x[dot] = x;
    to.y[dot] = lerp(closed.y[dot], end.y[dot], swing(progress(x, leave, arrive)));
  };
}
