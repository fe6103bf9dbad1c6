import type { Dots } from "../../groups/dots.ts";
import { groupsOf, isFlow } from "../../groups/groups.ts";
import { labelDots, type LabelledGroup } from "../../groups/labelled.ts";
import { shortName } from "../../groups/names.ts";
import type { Size, Stage, StageFigure } from "../../types.ts";
import { breakLabel, measureLabel, type BrokenLabel } from "../../words/labels.ts";
import type { Bar, Division, FlowPlan } from "./types.ts";

/** Font size of the whole's label, and of the labels of a bar's groups, as a fraction of the others'. */
const wholeScale = 1.3;
const groupScale = 0.85;
/** The labels of groups are not made smaller than this, in pixels. */
const smallLabel = 15;

/** The labels of two groups stand in one row where they take less than this fraction of the stage's width. */
const rowFraction = 0.72;

/** Measures what a stage's flows show, at a font size in pixels. */
export function planFlow(stage: Stage, dots: Dots, size: Size, fontSize: number): FlowPlan {
  const { figure: whole, noun } = stage;
  const format = new Intl.NumberFormat(stage.locale);
  const smaller = Math.min(fontSize, Math.max(smallLabel, fontSize * groupScale));
  const toBar = (figure: StageFigure): Bar => ({
    figure,
    ...labelDots(figure, figure.label, dots, format, fontSize),
    divisions: divisionsOf(stage, figure, size, (group) =>
      labelDots(group, shortName(figure, group), dots, format, smaller),
    ),
  });
  const remainder = whole.children.find((child) => child.remainder) ?? null;
  const name = whole.count === 1 ? noun.one : noun.many;
  return {
    size,
    count: dots.count,
    fontSize,
    bars: whole.children.filter((child) => child !== remainder).map(toBar),
    remainder: remainder && toBar(remainder),
    wholeLabel: measureLabel(whole, name, format, fontSize * wholeScale, false),
  };
}

/** Each way in which a flow of the stage divides a child of the whole. */
function divisionsOf(
  { figure: whole, scenes }: Stage,
  top: StageFigure,
  size: Size,
  label: (group: StageFigure) => LabelledGroup,
): Division[] {
  return scenes.filter(isFlow).flatMap(({ split }) => {
    const groups = groupsOf(whole, split)
      .filter((group) => group.top === top)
      .map(({ figure }) => label(figure));
    if (groups.length < 2) return [];
    const [first, second] = groups.map(({ label }) => breakLabel(label, Infinity).width + label.fontSize);
    const isOffset = groups.length === 2 && first + second < size.width * rowFraction;
    return [{ split, groups, offset: isOffset ? first : 0 }];
  });
}

/** The label over what is left of the whole once dots have left it, broken to a width. */
export function headingOf({ wholeLabel, remainder }: FlowPlan, width: number): BrokenLabel {
  return breakLabel(remainder?.label ?? wholeLabel, width);
}
