import { groupName } from "../../stage/groups/names.ts";
import { groupsOf, type Group } from "../../stage/groups/groups.ts";
import type { Stage, StageFigure, StageScene } from "../../stage/types.ts";
import type { Language } from "../../language/types.ts";

/** "One dot is one report.", or "One dot is 5 reports." */
export function describeDot({ dot, noun }: Stage, { count, nounFor, picture }: Language): string {
  return dot === 1
    ? picture.dotIsOne({ noun })
    : picture.dot({ count: count(dot), noun: nounFor(dot, noun) });
}

/** A part of the whole that stands apart, with the groups it has parted into: none where it stands in one piece. */
export interface Cluster {
  readonly top: StageFigure;
  readonly parts: readonly StageFigure[];
}

/** The groups of a scene in order, under the parts of the whole that they lie in; none for an undivided whole. */
export function clustersOf({ figure: whole }: Stage, { split }: StageScene): Cluster[] {
  const groups = groupsOf(whole, split).filter(({ figure }) => figure !== whole);
  return [...new Set(groups.map(({ top }) => top))].map((top) => ({
    top,
    parts: groups.filter((group) => group.top === top && group.figure !== top).map(({ figure }) => figure),
  }));
}

/** A scene's picture in words: what the dots are, how they stand, and which are lit up. */
export function describePicture(stage: Stage, scene: StageScene, language: Language): string {
  const { figure: whole, noun } = stage;
  const { picture } = language;
  const say = (name: string, { count }: StageFigure) =>
    picture.counted({ name, count: language.count(count) });
  const total = `${language.count(whole.count)} ${language.nounFor(whole.count, noun)}`;
  const groups = clustersOf(stage, scene).map(({ top, parts }) => {
    const group = say(top.label, top);
    const inside = parts.map((part) => say(groupName(top, part), part));
    return inside.length === 0 ? group : picture.parted({ group, parts: inside });
  });
  const standing =
    groups.length === 0 ? picture.inOneBlock({ total }) : picture.inGroups({ total, groups, as: scene.as });
  const lit = withTops(whole)
    .filter(({ figure }) => scene.focus.includes(figure.id))
    .map(({ figure, top }) => say(nameOf(figure, top), figure));
  return lit.length === 0 ? standing : `${standing} ${picture.highlighted({ groups: lit })}`;
}

/** What has changed on the stage since the scene before, in words. */
export function describeChange(
  stage: Stage,
  before: StageScene,
  after: StageScene,
  { picture }: Language,
): string {
  const ids = ({ split }: StageScene) => groupsOf(stage.figure, split).map(({ figure }) => figure.id);
  const [old, now] = [ids(before), ids(after)];
  const all = withTops(stage.figure);
  const inside = (figure: StageFigure, groups: readonly string[]): boolean =>
    figure.children.some((child) => groups.includes(child.id) || inside(child, groups));
  const parted = all.filter(({ figure }) => old.includes(figure.id) && inside(figure, now));
  const joined = all.filter(({ figure }) => now.includes(figure.id) && inside(figure, old));
  const names = (groups: readonly Group[]) =>
    groups.map(({ figure, top }) => (figure === stage.figure ? null : nameOf(figure, top)));
  const highlight = after.focus.length > 0 ? "others" : "all";
  return picture.change({
    parted: names(parted),
    joined: names(joined),
    rearranged: now.length > 1 && before.as !== after.as ? after.as : null,
    highlight: after.focus.join() === before.focus.join() ? null : highlight,
    noun: stage.noun,
  });
}

/** A figure's own name, after that of the part of the whole which it lies in. */
function nameOf(figure: StageFigure, top: StageFigure): string {
  return figure === top ? figure.label : `${top.label}: ${figure.label}`;
}

/** Every figure with the part of the whole that it lies in. */
function withTops(whole: StageFigure): Group[] {
  const below = (figure: StageFigure, top: StageFigure): Group[] => [
    { figure, top },
    ...figure.children.flatMap((child) => below(child, top)),
  ];
  return [{ figure: whole, top: whole }, ...whole.children.flatMap((child) => below(child, child))];
}
