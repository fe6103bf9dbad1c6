import type { Points } from "./grid.ts";
import type { Label } from "./types.ts";

/** What must not touch on a stage, for tests. */

/** Edges in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box that a label's words may fill, in pixels. */
export function boxOf(label: Label): Box {
  const { x: left, width } = label;
  const top = label.y - 0.95 * label.size;
  return { left, right: left + width, top, bottom: top + label.lines.length * label.size * 1.2 };
}

/** The least distance of two dots, in pixels; Infinity where there are none. */
export function nearest({ x, y }: Points): number {
  const byPlace = Array.from(x.keys()).sort((a, b) => x[a] - x[b]);
  let least = Infinity;
  byPlace.forEach((i, k) => {
    for (let m = k + 1; m < byPlace.length && x[byPlace[m]] - x[i] < least; m++) {
      const j = byPlace[m];
      least = Math.min(least, Math.hypot(x[j] - x[i], y[j] - y[i]));
    }
  });
  return least;
}

/** Pairs of labels whose boxes overlap by more than half a pixel. */
export function labelsThatTouch(labels: readonly Label[]): string[] {
  const boxes = labels.map(boxOf);
  return labels.flatMap((label, i) =>
    boxes
      .slice(i + 1)
      .flatMap((other, k) =>
        boxes[i].left < other.right - 0.5 &&
        other.left < boxes[i].right - 0.5 &&
        boxes[i].top < other.bottom - 0.5 &&
        other.top < boxes[i].bottom - 0.5
          ? [`${label.figure} / ${labels[i + 1 + k].figure}`]
          : [],
      ),
  );
}

/** How many dots lie under the words of labels. */
export function dotsUnderWords(labels: readonly Label[], { x, y }: Points, radius: number): number {
  const boxes = labels.map(boxOf);
  let hidden = 0;
  for (let i = 0; i < x.length; i++) {
    const under = boxes.some(
      ({ left, right, top, bottom }) =>
        x[i] > left && x[i] < right && y[i] + radius > top + 1 && y[i] - radius < bottom - 1,
    );
    if (under) hidden++;
  }
  return hidden;
}
