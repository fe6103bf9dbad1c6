import type { StageFigure, StageScene } from "../types.ts";

/** Dots that stand together in a scene. */
export interface Group {
  readonly figure: StageFigure;
  /** The child of the whole that it lies in: itself, unless that child is split further. */
  readonly top: StageFigure;
}

/** The groups of a scene, in order. What lies above a split figure is split too. */
export function groupsOf(whole: StageFigure, split: readonly string[]): Group[] {
  if (whole.children.length === 0 || !contains(whole, split)) return [{ figure: whole, top: whole }];
  return whole.children.flatMap((top) => splitUp(top, split).map((figure) => ({ figure, top })));
}

/** The figures that are left when each that holds a split one is replaced by its children, in order. */
function splitUp(figure: StageFigure, split: readonly string[]): StageFigure[] {
  if (figure.children.length === 0 || !contains(figure, split)) return [figure];
  return figure.children.flatMap((child) => splitUp(child, split));
}

/** Whether the figure, or anything in it, is named. */
export function contains(figure: StageFigure, ids: readonly string[]): boolean {
  return ids.includes(figure.id) || figure.children.some((child) => contains(child, ids));
}

/** Whether bands lead from the whole to the groups of a scene. */
export function isFlow({ as, split }: StageScene): boolean {
  return as === "flow" && split.length > 0;
}
