import { dotsOf, type Dots } from "../../groups/dots.ts";
import { groupsOf, isFlow } from "../../groups/groups.ts";
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
  const toBar = (figure: StageFigure): Bar => {
    const { start, end } = dotsOf(dots, figure.id);
    const label = measureLabel(figure, figure.label, format, fontSize);
    const divisions = divisionsOf(figure, stage, dots, size, fontSize);
    return { figure, start, count: end - start, label, divisions };
  };
  const remainder = whole.children.find((child) => child.remainder) ?? null;
  const name = whole.count === 1 ? noun.one : noun.many;
  return {
    size,
    count: dots.count,
    fontSize,
    bars: whole.children.filter((child) => child !== remainder).map(toBar),
    remainder: remainder && toBar(remainder),
    wholeLabel: measureLabel(whole, name, format, fontSize * wholeScale),
  };
}

/** Each way in which a flow of the stage divides a child of the whole. */
function divisionsOf(
  top: StageFigure,
  { figure: whole, scenes, locale }: Stage,
  dots: Dots,
  size: Size,
  fontSize: number,
): Division[] {
  const format = new Intl.NumberFormat(locale);
  const smaller = Math.min(fontSize, Math.max(smallLabel, fontSize * groupScale));
  return scenes.filter(isFlow).flatMap(({ split }) => {
    const figures = groupsOf(whole, split).filter((group) => group.top === top);
    if (figures.length < 2) return [];
    const groups = figures.map(({ figure }) => ({
      ...dotsOf(dots, figure.id),
      label: measureLabel(figure, shortName(top, figure), format, smaller),
    }));
    const [first, second] = groups.map(({ label }) => breakLabel(label, Infinity).width + smaller);
    const isOffset = groups.length === 2 && first + second < size.width * rowFraction;
    return [{ split, groups, offset: isOffset ? first : 0 }];
  });
}

/** The label over what is left of the whole once dots have left it, broken to a width. */
export function headingOf({ wholeLabel, remainder }: FlowPlan, width: number): BrokenLabel {
  return breakLabel(remainder?.label ?? wholeLabel, width);
}
