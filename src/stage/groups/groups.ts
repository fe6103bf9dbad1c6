import type { StageFigure, StageScene } from "../types.ts";

/** Dots that stand together in a scene. */
export interface Group {
  readonly figure: StageFigure;
  /** The child of the whole that it lies in: itself, unless that child is split further. */
  readonly top: StageFigure;
}

/** The groups of a scene, in order: what a split figure lies in is split too. */
export function groupsOf(whole: StageFigure, split: readonly string[]): Group[] {
  const divide = (figure: StageFigure, top: StageFigure): Group[] =>
    figure.children.length === 0 || !contains(figure, split)
      ? [{ figure, top }]
      : figure.children.flatMap((child) => divide(child, figure === whole ? child : top));
  return divide(whole, whole);
}

/** Whether the figure, or anything in it, is named. */
export function contains(figure: StageFigure, ids: readonly string[]): boolean {
  return ids.includes(figure.id) || figure.children.some((child) => contains(child, ids));
}

/** Whether bands lead from the whole to the groups of a scene. */
export function isFlow({ as, split }: StageScene): boolean {
  return as === "flow" && split.length > 0;
}
