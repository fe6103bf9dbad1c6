import type { Stage, StageFigure, StageScene } from "../types.ts";
import { measureLabel, type MeasuredLabel } from "../words/labels.ts";
import { dotsOf, type Dots } from "./dots.ts";
import { groupsOf } from "./groups.ts";
import { shortName } from "./names.ts";

/** Dots that stand together: so many from `start` on, and their label. */
export interface LabelledGroup {
  readonly start: number;
  readonly count: number;
  readonly label: MeasuredLabel;
}

/** How much a group's label says: its name and its parent's, its name alone, or as much of that as one line holds. */
export type Brevity = "full" | "name" | "one-line";

/** The dots of a figure, and its label at a font size in pixels. */
export function labelDots(
  figure: StageFigure,
  name: string,
  dots: Dots,
  format: Intl.NumberFormat,
  fontSize: number,
  isOneLine = false,
): LabelledGroup {
  const { start, end } = dotsOf(dots, figure.id);
  return { start, count: end - start, label: measureLabel(figure, name, format, fontSize, isOneLine) };
}

/** The groups of a scene in order, with their labels at a font size in pixels. */
export function labelGroups(
  { figure: whole, noun, locale }: Stage,
  { split }: StageScene,
  dots: Dots,
  fontSize: number,
  brevity: Brevity,
): LabelledGroup[] {
  const format = new Intl.NumberFormat(locale);
  return groupsOf(whole, split).map(({ figure, top }) => {
    const own = brevity === "full" ? shortName(top, figure) : figure.label;
    const name = figure === whole ? noun.many : own;
    return labelDots(figure, name, dots, format, fontSize, brevity === "one-line");
  });
}
