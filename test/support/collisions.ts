import type { Frame } from "../../src/stage/transition.ts";
import type { DotRange, Label, Points } from "../../src/stage/types.ts";

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
  const top = label.y - 0.95 * label.fontSize;
  return { left, right: left + width, top, bottom: top + label.lines.length * label.fontSize * 1.2 };
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

/** The largest fraction of a group's dots that touch another group's, as a frame has them. */
export function mostOverlap({ x, y, radius, runs }: Frame): number {
  const cell = 2 * radius;
  const keyAt = (cx: number, cy: number) => cx * 1e5 + cy;
  const cellOf = (dot: number) => [Math.floor(x[dot] / cell), Math.floor(y[dot] / cell)];
  const dotsOf = ({ start, end }: DotRange) => Array.from({ length: end - start }, (_, k) => start + k);
  const cells = new Map<number, { readonly dot: number; readonly group: number }[]>();
  runs.forEach((run, group) => {
    for (const dot of dotsOf(run)) {
      const [cx, cy] = cellOf(dot);
      const key = keyAt(cx, cy);
      cells.set(key, [...(cells.get(key) ?? []), { dot, group }]);
    }
  });
  const touches = (dot: number, group: number) => {
    const [cx, cy] = cellOf(dot);
    return [-1, 0, 1].some((dx) =>
      [-1, 0, 1].some((dy) =>
        cells
          .get(keyAt(cx + dx, cy + dy))
          ?.some(
            (other) =>
              other.group !== group && Math.hypot(x[other.dot] - x[dot], y[other.dot] - y[dot]) < cell * 0.8,
          ),
      ),
    );
  };
  return Math.max(
    ...runs.map((run, group) => {
      const dots = dotsOf(run);
      return dots.filter((dot) => touches(dot, group)).length / dots.length;
    }),
  );
}
