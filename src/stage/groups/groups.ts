import type { DotShare } from "./dots.ts";
import { measure, type Measured } from "../words/labels.ts";
import { shortName } from "../arrangements/flow/parting.ts";
import { groupsOf } from "./runs.ts";
import type { Label, Stage, StageScene } from "../types.ts";

/** A group that stands apart without a band: its dots from `start` on, and its words. */
export interface LooseGroup {
  readonly start: number;
  readonly count: number;
  readonly words: Measured;
}

/** Groups in their places. */
export interface Arranged {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly pitch: number;
  readonly labels: readonly Label[];
}

/** How few words a group is told with: 0, its name and what it is part of; 1, its name; 2, what of that one line holds. */
export type Brevity = 0 | 1 | 2;

/** The groups of a scene in order, with their words at a font size in pixels. */
export function looseGroups(
  stage: Stage,
  scene: StageScene,
  share: DotShare,
  em: number,
  brevity: Brevity,
): LooseGroup[] {
  const format = new Intl.NumberFormat(stage.locale);
  return groupsOf(stage.figure, scene.split).map(({ figure, top }) => {
    const { start, end } = share.ranges.get(figure.id)!;
    const own = brevity > 0 ? figure.label : shortName(top, figure);
    const name = figure === stage.figure ? stage.noun.many : own;
    return { start, count: end - start, words: measure(figure, name, format, em, brevity > 1) };
  });
}
