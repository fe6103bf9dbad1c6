import { groupsOf, type Group } from "../flow/parts.ts";
import type { Stage, StageFigure, StageScene } from "../flow/types.ts";
import { formatCount } from "../outcomes/counts.ts";

/** "One dot is one report.", or "One dot is 5 reports." */
export function describeDot({ dot, noun, locale }: Stage): string {
  return `One dot is ${dot === 1 ? `one ${noun.one}` : `${formatCount(dot, locale)} ${noun.many}`}.`;
}

/** A scene's picture in words: what the dots are, how they stand, and which are lit up. */
export function describePicture(stage: Stage, { split, focus }: StageScene): string {
  const { figure: whole, noun, locale } = stage;
  const say = ({ figure, top }: Group) => `${nameOf(figure, top)} ${formatCount(figure.count, locale)}`;
  const groups = groupsOf(whole, split);
  const total = `${formatCount(whole.count, locale)} ${noun.many}`;
  const standing =
    groups.length === 1
      ? `${total} in one block.`
      : `${total} in ${groups.length} groups: ${groups.map(say).join(", ")}.`;
  const lit = withTops(whole).filter(({ figure }) => focus.includes(figure.id));
  return lit.length === 0 ? standing : `${standing} Lit up: ${lit.map(say).join(", ")}.`;
}

/** What has changed on the stage since the scene before, in words. */
export function describeChange(stage: Stage, before: StageScene, after: StageScene): string {
  const ids = ({ split }: StageScene) => groupsOf(stage.figure, split).map(({ figure }) => figure.id);
  const [old, now] = [ids(before), ids(after)];
  const all = withTops(stage.figure);
  const inside = (figure: StageFigure, groups: readonly string[]): boolean =>
    figure.parts.some((part) => groups.includes(part.id) || inside(part, groups));
  const parted = all.filter(({ figure }) => old.includes(figure.id) && inside(figure, now));
  const joined = all.filter(({ figure }) => now.includes(figure.id) && inside(figure, old));
  const names = (groups: readonly Group[]) =>
    groups
      .map(({ figure, top }) => (figure === stage.figure ? `all ${stage.noun.many}` : nameOf(figure, top)))
      .join(", ");
  const changes = [
    parted.length > 0 && `these have parted: ${names(parted)}`,
    joined.length > 0 && `these have come together again: ${names(joined)}`,
    parted.length + joined.length === 0 && "no dot has moved",
    after.focus.join() !== before.focus.join() &&
      (after.focus.length > 0 ? "others are lit up" : "all are lit up again"),
  ];
  return `Since the step before: ${changes.filter(Boolean).join("; ")}.`;
}

/** A figure's own name, after that of the part of the whole which it lies in. */
function nameOf(figure: StageFigure, top: StageFigure): string {
  return figure === top ? figure.label : `${top.label}: ${figure.label}`;
}

/** Every figure with the part of the whole that it lies in. */
function withTops(whole: StageFigure): Group[] {
  const below = (figure: StageFigure, top: StageFigure): Group[] => [
    { figure, top },
    ...figure.parts.flatMap((part) => below(part, top)),
  ];
  return [{ figure: whole, top: whole }, ...whole.parts.flatMap((part) => below(part, part))];
}
