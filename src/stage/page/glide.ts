/** Time in which the stage makes up for most of a jerk of the wheel, in milliseconds. */
const smoothing = 55;
/** A jump of more than so many scenes is shown at once, without what lies between. */
const longestGlide = 1.2;
/** So near to its end a glide is over: a fraction of a change. */
const near = 0.002;
/** The time between two frames: what it is taken for where it is not known, and at most, in milliseconds. */
const usualFrame = 16;
const longestFrame = 64;

/** Shows positions one after the other, a frame each. */
export interface Glide {
  /** Goes to a position: little by little, or at once. */
  readonly seek: (position: number, glides: boolean) => void;
  /** Shows anew where it is. */
  readonly redraw: () => void;
}

/** `show` draws a position, the last one of a glide or not, and says whether it could. */
export function createGlide(show: (position: number, isLast: boolean) => boolean): Glide {
  let shown: number | null = null;
  let wanted: number | null = null;
  let isGliding = false;
  let lastFrame = 0;
  let request = 0;
  const step = (now: number) => {
    request = 0;
    const elapsed = Math.min(longestFrame, now - lastFrame);
    lastFrame = now;
    if (wanted === null) return;
    const next = shown !== null && isGliding ? glideTo(wanted, shown, elapsed) : wanted;
    if (next !== shown && show(next, next === wanted)) shown = next;
    if (next !== wanted) schedule();
  };
  const schedule = () => {
    if (request === 0) request = requestAnimationFrame(step);
  };
  return {
    seek(position, glides) {
      wanted = position;
      isGliding = glides;
      schedule();
    },
    redraw() {
      shown = null;
      schedule();
    },
  };
}

/** The position some milliseconds after `from` on the way to `to`: fast at first, then slower. */
function glideTo(to: number, from: number, elapsed: number): number {
  const distance = Math.abs(to - from);
  if (distance > longestGlide || distance <= near) return to;
  return from + (to - from) * (1 - Math.exp(-(elapsed > 0 ? elapsed : usualFrame) / smoothing));
}
