import { easeCubicInOut } from "d3-ease";
import type { FlowLayout } from "./arrangements/flow/types.ts";
import { commonRanges } from "./groups/dots.ts";
import { isFlow } from "./groups/groups.ts";
import { runAt } from "./groups/runs.ts";
import type { StageLayout } from "./layout.ts";
import { fade, type Fading, type Visible } from "./motion/fade.ts";
import { points } from "./motion/grid.ts";
import { axes, groupSizeAt, progressOnAxis, type Journey } from "./motion/journey.ts";
import { lerp, progress } from "./motion/lerp.ts";
import type { Band, DotRange, Label, Look, Placement, Points, Size, StageScene } from "./types.ts";

/** Dots that have one look before a change and one after it. */
export interface FrameRun extends DotRange {
  readonly from: Look;
  readonly to: Look;
}

/** What is on the stage at one moment. */
export interface Frame extends Points {
  readonly size: Size;
  readonly radius: number;
  readonly runs: readonly FrameRun[];
  /** How far the looks have changed from `from` (0) to `to` (1). */
  readonly lookProgress: number;
  readonly labels: readonly Visible<Label>[];
  readonly bands: readonly Visible<Band>[];
}

/** A change from one scene to the next at one moment. */
interface Change {
  readonly from: Placement;
  readonly to: Placement;
  readonly t: number;
  readonly runs: readonly FrameRun[];
  readonly journey: Journey;
  /** The size of groups: a fraction. */
  readonly groupSize: number;
  /** The flow along whose bands dots go; null where they go straight. */
  readonly flow: FlowLayout | null;
  /** Whether they go along the bands back to the whole. */
  readonly isReturn: boolean;
  /** Both scenes and the progress as seen on the way out: the same for a change and its return. */
  readonly outward: { readonly from: Placement; readonly to: Placement; readonly t: number };
  /** Whether both scenes are flows: then nothing moves but the groups of a bar. */
  readonly isWithinFlow: boolean;
}

/**
 * The stage at the progress `t` (0 to 1) of the change from scene `index - 1` to scene `index`: a function of these
 * alone, so that it is the same picture whichever way a reader came.
 */
export function frameAt(layout: StageLayout, index: number, t: number): Frame {
  const change = changeTo(layout, index, t);
  const { flow } = change;
  return {
    ...(flow ? followBands(change, flow) : moveGroups(change)),
    size: layout.size,
    radius: radiusOf(change),
    runs: change.runs,
    lookProgress: easeCubicInOut(lookProgressOf(change)),
    labels: fadeChangedLabels(change),
    bands: fadeChangedBands(change),
  };
}

/** The change into a scene; into the first one from itself. */
function changeTo(layout: StageLayout, index: number, t: number): Change {
  const { stage, placements, journeys } = layout;
  const before = Math.max(0, index - 1);
  const [from, to] = [placements[before], placements[index]];
  const [scene, next] = [stage.scenes[before], stage.scenes[index]];
  const leadsTo = (whole: StageScene, flow: StageScene) => whole.split.length === 0 && isFlow(flow);
  const isReturn = layout.flow !== null && leadsTo(next, scene);
  const journey = journeys[index];
  return {
    from,
    to,
    t,
    runs: commonRanges(from.runs, to.runs).map(({ start, end }) => ({
      start,
      end,
      from: runAt(from, start).look,
      to: runAt(to, start).look,
    })),
    journey,
    groupSize: groupSizeAt(t, journey.contraction),
    flow: isReturn || leadsTo(scene, next) ? layout.flow : null,
    isReturn,
    outward: isReturn ? { from: to, to: from, t: 1 - t } : { from, to, t },
    isWithinFlow: isFlow(scene) && isFlow(next),
  };
}

/** When the block has closed and the first dot leaves: a fraction of a change. */
const leave = 0.25;

/** Dots on their way from the open block along the bands into their bars, or back. */
function followBands({ outward }: Change, { closed, departures, travelTime, travel }: FlowLayout): Points {
  const { from, to, t } = outward;
  const at = points(from.x.length);
  const closing = easeCubicInOut(progress(t, 0, leave));
  for (let i = 0; i < at.x.length; i++) {
    const start = leave + departures[i] * (1 - leave - travelTime);
    if (t < start) {
      at.x[i] = lerp(from.x[i], closed.x[i], closing);
      at.y[i] = lerp(from.y[i], closed.y[i], closing);
    } else travel(i, to, easeCubicInOut(progress(t, start, start + travelTime)), at);
  }
  return at;
}

/** Groups that go straight from place to place, each as one body. */
function moveGroups({ from, to, t, runs, journey, groupSize }: Change): Points {
  const at = points(from.x.length);
  for (const { start, end } of runs) {
    for (const axis of axes) {
      const way = progressOnAxis(t, axis, journey.delays[start]);
      const group = at[axis].subarray(start, end);
      group.forEach((_, i) => (group[i] = lerp(from[axis][start + i], to[axis][start + i], way)));
      const middle = group.reduce((sum, value) => sum + value) / group.length;
      group.forEach((value, i) => (group[i] = lerp(middle, value, groupSize)));
    }
  }
  return at;
}

/** Dots change their size in this fraction of a change: they are small before they draw together, and while they are. */
const resizing = 0.14;
/** Dots of a contracted group are still to be seen: in pixels. */
const leastRadius = 0.75;

/**
 * The radius of dots on their way: no larger than at the end where they stand closer, so that they don't cover each other;
 * in contracted groups a little less, since there a dot is nearer to some neighbours than at either end.
 */
function radiusOf({ from, to, t, groupSize }: Change): number {
  const resized = to.radius < from.radius ? progress(t, 0, resizing) : progress(t, 1 - resizing, 1);
  const radius = lerp(from.radius, to.radius, resized);
  return Math.max(Math.min(radius, leastRadius), radius * groupSize ** 1.25);
}

/**
 * How far looks have changed. Dots that travel are known by their colour, and none is dimmed on its way: so what becomes
 * plain or dim does so at the end, and what gets a colour at the beginning. Within a flow looks change all the way.
 */
function lookProgressOf({ to, t, flow, isReturn, isWithinFlow }: Change): number {
  if (isWithinFlow) return t;
  const isDimmed = to.runs.some(({ look }) => !look.highlighted);
  const isLate = isReturn || to.runs.length === 1 || (flow === null && isDimmed);
  return isLate ? progress(t, 0.7, 1) : progress(t, 0, 0.3);
}

/** Labels that go have gone before those that come arrive. */
const labelsOut = [0.05, 0.25] as const;
const labelsTime = 0.2;
/** When labels come that no dots on their way keep waiting. */
const usualLabelsFrom = 0.75;

/** Where groups contract, a label goes with its dots even if it would stand where it was. */
function fadeChangedLabels({ outward, flow, groupSize }: Change): Visible<Label>[] {
  const begins = flow?.labelsFrom ?? usualLabelsFrom;
  const isSame = (a: Label, b: Label) =>
    groupSize === 1 && a.figure === b.figure && a.x === b.x && a.y === b.y && a.width === b.width;
  const fading = { out: labelsOut, in: [begins, begins + labelsTime] } as const;
  return fade(outward.from.labels, outward.to.labels, isSame, fading, outward.t);
}

/** Bands are there while dots are on them: from a little before the first until a little after the last. */
const bandsTravelled: Fading = { out: [0.55, 0.85], in: [0.15, 0.45] };
const bandsElse: Fading = { out: [0, 0.3], in: [0.7, 1] };

function fadeChangedBands({ outward, flow }: Change): Visible<Band>[] {
  const isSame = (a: Band, b: Band) => a.path === b.path;
  const fading = flow ? bandsTravelled : bandsElse;
  return fade(outward.from.bands, outward.to.bands, isSame, fading, outward.t);
}
