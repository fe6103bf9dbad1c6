import type { Stage, StageScene } from "../types.ts";
import { measureLabel, type MeasuredLabel } from "../words/labels.ts";
import { dotsOf, type Dots } from "./dots.ts";
import { groupsOf } from "./groups.ts";
import { shortName } from "./names.ts";

/** A group of a scene: its dots from `start` on, and its label. */
export interface LabelledGroup {
  readonly start: number;
  readonly count: number;
  readonly label: MeasuredLabel;
}

/** How much a group's label says: its name and its parent's, its name alone, or as much of that as one line holds. */
export type Brevity = "full" | "name" | "one-line";

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
    const { start, end } = dotsOf(dots, figure.id);
    const own = brevity === "full" ? shortName(top, figure) : figure.label;
    const name = figure === whole ? noun.many : own;
    const label = measureLabel(figure, name, format, fontSize, brevity === "one-line");
    return { start, count: end - start, label };
  });
}
