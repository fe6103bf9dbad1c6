import type { Placement, Run, StageFigure, StageScene } from "../types.ts";
import { dotsOf, type Dots } from "./dots.ts";
import { contains, groupsOf } from "./groups.ts";

/**
 * The runs of a scene: its groups, divided further where its focus lies inside a group. A figure has its own colour
 * where it stands apart or is highlighted; in an undivided whole the dots are plain.
 */
export function runsOf(whole: StageFigure, { split, focus }: StageScene, dots: Dots): Run[] {
  const groups = new Set(groupsOf(whole, split).map(({ figure }) => figure));
  const draw = (figure: StageFigure, around: StageFigure | null, inFocus: boolean): Run[] => {
    const group = around ?? (groups.has(figure) ? figure : null);
    const highlighted = inFocus || focus.includes(figure.id);
    const isDivided = !highlighted && figure.children.some((child) => contains(child, focus));
    if (group === null || isDivided) {
      return figure.children.flatMap((child) => draw(child, group, highlighted));
    }
    const { hue, remainder } = highlighted ? figure : group;
    const look = { hue, ring: isRing({ hue, remainder }), highlighted: highlighted || focus.length === 0 };
    return [{ figure: figure.id, ...dotsOf(dots, figure.id), look }];
  };
  return draw(whole, null, false);
}

/** Whether a figure's dots are rings where it stands apart: it is a remainder, and nobody has said of what kind. */
export function isRing({ hue, remainder }: Pick<StageFigure, "hue" | "remainder">): boolean {
  return remainder && hue === 0;
}

/** The run that a dot belongs to; the last one for an index that is too high. */
export function runAt({ runs }: Placement, dot: number): Run {
  return runs.find(({ end }) => dot < end) ?? runs[runs.length - 1];
}
