import type { DotShare } from "./dots.ts";
import type { Part, StageFigure, StageScene } from "./types.ts";

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
export function partsOf(root: StageFigure, scene: StageScene, share: DotShare): Part[] {
  const within = (figure: StageFigure) => figure.parts.some((part) => holds(part, scene.focus));
  const drawn = (group: StageFigure, figure: StageFigure, inFocus: boolean): Part[] => {
    const lit = inFocus || scene.focus.includes(figure.id);
    if (!lit && within(figure)) return figure.parts.flatMap((part) => drawn(group, part, lit));
    const shown = lit ? figure : group;
    const range = share.ranges.get(figure.id)!;
    const look = { hue: shown.hue, hollow: shown.hollow === true, lit: lit || scene.focus.length === 0 };
    return [{ figure: figure.id, start: range.start, end: range.end, look }];
  };
  const inFocus = new Set<string>();
  const mark = (figure: StageFigure, lit: boolean) => {
    const now = lit || scene.focus.includes(figure.id);
    if (now) inFocus.add(figure.id);
    for (const part of figure.parts) mark(part, now);
  };
  mark(root, false);
  return groupsOf(root, scene.split).flatMap(({ figure }) => drawn(figure, figure, inFocus.has(figure.id)));
}
