import type { DotShare } from "./dots.ts";
import type { Part, Placement, StageFigure, StageScene } from "../types.ts";

/** One of the groups into which a scene parts its dots. */
export interface Group {
  readonly figure: StageFigure;
  /** The part of the whole that it lies in: itself, unless that part is split further. */
  readonly top: StageFigure;
}

/** True if the figure, or anything in it, is named. */
function holds(figure: StageFigure, ids: readonly string[]): boolean {
  return ids.includes(figure.id) || figure.parts.some((part) => holds(part, ids));
}

/** The figures that are left when every one that `opens` is replaced by its parts, in order. */
function cut(figure: StageFigure, opens: (figure: StageFigure) => boolean): StageFigure[] {
  if (figure.parts.length === 0 || !opens(figure)) return [figure];
  return figure.parts.flatMap((part) => cut(part, opens));
}

/** The groups of a scene, in order. What lies above a split figure is split too. */
export function groupsOf(root: StageFigure, split: readonly string[]): Group[] {
  if (root.parts.length === 0 || !holds(root, split)) return [{ figure: root, top: root }];
  const opens = (figure: StageFigure) => holds(figure, split);
  return root.parts.flatMap((top) => cut(top, opens).map((figure) => ({ figure, top })));
}

/**
 * What is drawn as one: the groups of a scene, divided further where its focus lies inside a group.
 * A figure shows its own colour where it stands apart or is looked at; in an undivided whole the dots are plain.
 */
export function partsOf(root: StageFigure, { split, focus }: StageScene, share: DotShare): Part[] {
  const apart = new Set(groupsOf(root, split).map(({ figure }) => figure));
  const drawn = (figure: StageFigure, above: StageFigure | null, inFocus: boolean): Part[] => {
    const group = above ?? (apart.has(figure) ? figure : null);
    const lit = inFocus || focus.includes(figure.id);
    if (group === null || (!lit && figure.parts.some((part) => holds(part, focus)))) {
      return figure.parts.flatMap((part) => drawn(part, group, lit));
    }
    const { hue, hollow } = lit ? figure : group;
    const look = { hue, hollow: hollow === true, lit: lit || focus.length === 0 };
    return [{ figure: figure.id, ...share.ranges.get(figure.id)!, look }];
  };
  return drawn(root, null, false);
}

/** The part that a dot belongs to: the smallest that stands apart. */
export function partAt({ parts }: Placement, dot: number): Part {
  return parts.find(({ end }) => dot < end)!;
}
