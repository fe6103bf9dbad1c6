import { bandPath } from "./band-path.ts";
import { mixed, share } from "../../motion/lerp.ts";
import type { Points } from "../../motion/grid.ts";
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
function swing(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Soft bands from the whole's place, as thick as their number there, to their bars. */
export function bandsBeside(slices: readonly Slice[], { leave, arrive }: Gate): Parting["bands"] {
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
      return { figure: bar.figure, path };
    });
}

/** Every dot on its own lane: along its row out of the whole, round the bend of its band, along its row of the bar. */
export function travelBeside({ leave, arrive }: Gate, whole: Points): Parting["travel"] {
  return (i, bars, way, to) => {
    const x = mixed(whole.x[i], bars.x[i], way);
    to.x[i] = x;
    to.y[i] = mixed(whole.y[i], bars.y[i], swing(share(x, leave, arrive)));
  };
}
