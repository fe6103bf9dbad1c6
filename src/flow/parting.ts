import type { DotShare } from "./dots.ts";
import { largest, type Points } from "./grid.ts";
import { setInRows, wording, wordingHeight, type Wording } from "./labels.ts";
import { groupsOf } from "./parts.ts";
import type { Size, Stage, StageFigure } from "./types.ts";

/** The parts of a whole that leave it, and the one that stays. */
export interface Bar {
  readonly figure: StageFigure;
  readonly start: number;
  readonly count: number;
}

/**
 * How the whole parts into bars: one geometry for all scenes of a stage, so that nothing moves between two scenes
 * but what they part. `whole` is the closed block at the bars' pitch, `block` the same block unfolded as far as the
 * stage has room, `bars` every dot at its end, nothing split further.
 */
export interface Parting {
  readonly pitch: number;
  /** Rows of dots in every bar. */
  readonly thickness: number;
  readonly whole: Points;
  readonly block: Points;
  readonly blockPitch: number;
  readonly bars: Points;
  /** Where the words of the whole stand, or of what stays of it. */
  readonly heading: { readonly x: number; readonly top: number; readonly width: number };
  readonly rows: readonly BarRow[];
  readonly bands: readonly { readonly figure: StageFigure; readonly path: string }[];
  /** When each dot leaves: 0 for the first, up to 1 for the last. */
  readonly turn: Float64Array;
  /** Writes the place of a dot that has gone the share `way` (0 to 1) from the whole to `x` in its bar. */
  readonly travel: (dot: number, x: number, way: number, to: Points) => void;
}

/** The place of one bar and its words. */
export interface BarRow {
  readonly bar: Bar;
  readonly words: Wording;
  readonly left: number;
  readonly right: number;
  /** Top of its words, of its dots, and of the words of its own parts. */
  readonly top: number;
  readonly dotsTop: number;
  readonly partsTop: number;
}

/** What both geometries start from. */
export interface PartingPlan {
  readonly stage: Stage;
  readonly share: DotShare;
  readonly size: Size;
  readonly format: Intl.NumberFormat;
  /** Font size of the labels. */
  readonly em: number;
  readonly bars: readonly Bar[];
  /** The remainder: it stays where the whole stood. */
  readonly rest: Bar | null;
}

export function planParting(stage: Stage, share: DotShare, size: Size, em: number): PartingPlan {
  const toBar = (figure: StageFigure): Bar => {
    const { start, end } = share.ranges.get(figure.id)!;
    return { figure, start, count: end - start };
  };
  const rest = stage.figure.parts.find((part) => part.derived) ?? null;
  return {
    stage,
    share,
    size,
    format: new Intl.NumberFormat(stage.locale),
    em,
    bars: stage.figure.parts.filter((part) => part !== rest).map(toBar),
    rest: rest && toBar(rest),
  };
}

/** The groups into which a scene parts one bar: one, unless it is split further. */
export function groupsInBar(stage: Stage, bar: Bar, split: readonly string[]): StageFigure[] {
  return groupsOf(stage.figure, split)
    .filter(({ top }) => top === bar.figure)
    .map(({ figure }) => figure);
}

/** The most groups into which any flow of the stage parts a bar, less one: the gaps it must have room for. */
export function mostGaps({ stage }: PartingPlan, bar: Bar): number {
  return Math.max(0, ...flows(stage).map((scene) => groupsInBar(stage, bar, scene.split).length - 1));
}

export function flows(stage: Stage) {
  return stage.scenes.filter((scene) => scene.as === "flow" && scene.split.length > 0);
}

/** The name of a group on the stage; one that lies two deep or more in its bar is told with what it is part of. */
export function groupName(top: StageFigure, group: StageFigure): string {
  const holder = (figure: StageFigure): StageFigure | null =>
    figure.parts.includes(group)
      ? figure
      : (figure.parts.map(holder).find((found) => found !== null) ?? null);
  const parent = holder(top);
  return parent === null || parent === top ? group.label : `${parent.label}: ${group.label}`;
}

/** The words of a bar's own parts, set below it: at each part's left end as far as they don't collide. */
export function partWords(
  plan: PartingPlan,
  bar: Bar,
  split: readonly string[],
  rows: number,
  pitch: number,
  left: number,
  right: number,
) {
  const { stage, share, em, format } = plan;
  const groups = groupsInBar(stage, bar, split);
  if (groups.length < 2) return { placed: [], height: 0 };
  const items = groups.map((figure, gap) => {
    const column = Math.floor((share.ranges.get(figure.id)!.start - bar.start) / rows) + gap;
    return {
      words: wording(figure, groupName(bar.figure, figure), format, em, right - left),
      x: left + column * pitch,
    };
  });
  return setInRows(items, left, right);
}

/** The height that the words below a bar take in the scene that has most of them. */
export function partWordsHeight(
  plan: PartingPlan,
  bar: Bar,
  rows: number,
  pitch: number,
  left: number,
  right: number,
) {
  return Math.max(
    0,
    ...flows(plan.stage).map(({ split }) => partWords(plan, bar, split, rows, pitch, left, right).height),
  );
}

/** The name of what stands where the whole stood. */
export function restWords(plan: PartingPlan, width: number): Wording | null {
  return plan.rest && wording(plan.rest.figure, plan.rest.figure.label, plan.format, plan.em, width);
}

/** Words of the undivided whole: its number and what one dot is. */
export function wholeWords({ stage, em, format }: PartingPlan, width: number): Wording {
  const name = stage.figure.count === 1 ? stage.noun.one : stage.noun.many;
  return wording(stage.figure, name, format, em * 1.3, width);
}

export function headingHeight(plan: PartingPlan, width: number): number {
  const rest = restWords(plan, width);
  return Math.max(wordingHeight(wholeWords(plan, width)), rest ? wordingHeight(rest) : 0);
}

/** The fit with the largest dots: `tryFit` says whether bars of so many rows fit at a pitch in pixels. */
export function coarsestFit<Fit extends { readonly pitch: number }>(
  { size, share }: PartingPlan,
  tryFit: (rows: number, pitch: number) => Fit | null,
): Fit | null {
  const coarsest = Math.min(size.width, size.height) / 12;
  const mostRows = Math.ceil(Math.sqrt(share.count)) + 1;
  let best: Fit | null = null;
  for (let rows = 1; rows <= mostRows; rows++) {
    const floor = best === null ? 0.2 : best.pitch * 1.0001;
    if (floor > coarsest) break;
    const pitch = largest(floor, coarsest, (pitch) => tryFit(rows, pitch) !== null);
    if (pitch !== null) best = tryFit(rows, pitch);
  }
  return best;
}
