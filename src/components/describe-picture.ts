import { groupsOf } from "../flow/parts.ts";
import type { Stage, StageFigure, StageScene } from "../flow/types.ts";
import { formatCount } from "../outcomes/counts.ts";

/** "One dot is one report.", or "One dot is 5 reports." */
export function describeDot({ dot, noun, locale }: Stage): string {
  return `One dot is ${dot === 1 ? `one ${noun.one}` : `${formatCount(dot, locale)} ${noun.many}`}.`;
}

/** A scene's picture in words: what the dots are, how they stand, and which are lit up. */
export function describePicture(stage: Stage, { split, focus }: StageScene): string {
  const { figure: whole, noun, locale } = stage;
  const say = ({ label, count }: StageFigure) => `${label} ${formatCount(count, locale)}`;
  const groups = groupsOf(whole, split).map(({ figure }) => figure);
  const total = `${formatCount(whole.count, locale)} ${noun.many}`;
  const standing =
    groups.length === 1
      ? `${total} in one block.`
      : `${total} in ${groups.length} groups: ${groups.map(say).join(", ")}.`;
  const lit = figuresOf(whole).filter(({ id }) => focus.includes(id));
  return lit.length === 0 ? standing : `${standing} Lit up: ${lit.map(say).join(", ")}.`;
}

function figuresOf(figure: StageFigure): StageFigure[] {
  return [figure, ...figure.parts.flatMap(figuresOf)];
}
