import { sum } from "../numbers.ts";
import type { DotRange, StageFigure } from "../types.ts";
import { apportion } from "./apportion.ts";

/** The dots of a stage, and which belong to which figure. The ranges of a figure's children fill its own, in order. */
export interface Dots {
  readonly count: number;
  /** By the figure's id. */
  readonly ranges: ReadonlyMap<string, DotRange>;
}

/**
 * Allocates dots to all figures of a whole: one for every `dot` reports, at least one for every figure over 0.
 * With `dot` 1 every figure has as many dots as it counts.
 */
export function allocateDots(whole: StageFigure, dot: number): Dots {
  const ranges = new Map<string, DotRange>();
  const allocate = (figure: StageFigure, start: number, count: number) => {
    const { id, children } = figure;
    ranges.set(id, { start, end: start + count });
    if (children.length === 0) return;
    const counts = children.map((child) => child.count);
    const given = apportion(count, counts, children.map(fewestDots));
    let next = start;
    children.forEach((child, i) => {
      allocate(child, next, given[i]);
      next += given[i];
    });
  };
  const count = Math.max(Math.round(whole.count / dot), fewestDots(whole));
  allocate(whole, 0, count);
  return { count, ranges };
}

/** The dots that a figure can't do without: one for each figure in it that has no children and is over 0. */
function fewestDots({ count, children }: StageFigure): number {
  if (count === 0) return 0;
  return Math.max(1, sum(children.map(fewestDots)));
}

/** The dots of a figure: none where the stage has no such figure. */
export function dotsOf({ ranges }: Dots, figure: string): DotRange {
  return ranges.get(figure) ?? { start: 0, end: 0 };
}

/** The coarsest ranges that neither of two lists divides. Both cover all dots, in order. */
export function commonRanges(before: readonly DotRange[], after: readonly DotRange[]): DotRange[] {
  const ends = [...new Set([...before, ...after].map(({ end }) => end))].sort((a, b) => a - b);
  return ends.filter((end) => end > 0).map((end, i, all) => ({ start: i === 0 ? 0 : all[i - 1], end }));
}
