import { easeCubicInOut } from "d3-ease";
import { mixed, share } from "./motion/lerp.ts";
import { commonRanges } from "./groups/dots.ts";
import { points, type Points } from "./motion/grid.ts";
import { axes, sizeOnTheWay, wayAt, type Journey } from "./motion/journey.ts";
import { isFlow } from "./arrangements/flow/parting.ts";
import { partAt } from "./groups/runs.ts";
import type { StageLayout } from "./layout.ts";
import type { Band, Label, Look, Placement, Size, StageScene } from "./types.ts";

/** Dots that look alike at both ends of a change. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly from: Look;
  readonly to: Look;
}

/** A label or a band, how much of it is there, and how brightly: shares of 1. */
export interface Shown<Item> {
  readonly item: Item;
  readonly shown: number;
  readonly lit: number;
}

/** What is on the stage at one moment. */
export interface Frame extends Points {
  readonly size: Size;
  readonly radius: number;
  readonly runs: readonly Run[];
  /** How far the looks have changed from `from` (0) to `to` (1). */
  readonly mix: number;
  readonly labels: readonly Shown<Label>[];
  readonly bands: readonly Shown<Band>[];
}

/** True where a whole parts along the bands between two scenes; told the other way round, where it closes. */
function parts({ parting }: StageLayout, whole: StageScene, flow: StageScene): boolean {
  return parting !== null && whole.split.length === 0 && isFlow(flow);
}

/** When the block has closed and the first dot leaves: a share of a change. */
const leave = 0.25;
/** Dots are small before they draw together, and grow only after they have parted. */
const shrunk = 0.14;

/** Dots on their way from the unfolded block (0) along the bands into their bars (1). */
function part(layout: StageLayout, block: Placement, bars: Placement, t: number): Points {
  const { whole, turn, underWay, travel } = layout.parting!;
  const to = points(block.x.length);
  const gathered = easeCubicInOut(share(t, 0, leave));
  for (let i = 0; i < to.x.length; i++) {
    const start = leave + turn[i] * (1 - leave - underWay);
    if (t < start) {
      to.x[i] = mixed(block.x[i], whole.x[i], gathered);
      to.y[i] = mixed(block.y[i], whole.y[i], gathered);
    } else travel(i, bars, easeCubicInOut(share(t, start, start + underWay)), to);
  }
  return to;
}

/** Groups that go from place to place, each as one body of so much of its size. */
function move(
  from: Placement,
  to: Placement,
  runs: readonly Run[],
  { leads }: Journey,
  t: number,
  size: number,
): Points {
  const at = points(from.x.length);
  for (const { start, end } of runs) {
    for (const axis of axes) {
      const way = wayAt(t, axis, leads[start]);
      const group = at[axis].subarray(start, end);
      group.forEach((_, i) => (group[i] = mixed(from[axis][start + i], to[axis][start + i], way)));
      const middle = group.reduce((sum, value) => sum + value) / group.length;
      group.forEach((value, i) => (group[i] = mixed(middle, value, size)));
    }
  }
  return at;
}

/** Dots that gather are still to be seen: in pixels. */
const leastRadius = 0.75;

/**
 * On their way dots are no larger than at the end where they stand closer, so that they don't cover each other; in
 * groups of so much of their size a little less, since they are nearer to some neighbours than at either end.
 */
function radiusOnTheWay(from: number, to: number, t: number, size: number): number {
  const radius = mixed(from, to, to < from ? share(t, 0, shrunk) : share(t, 1 - shrunk, 1));
  return Math.max(Math.min(radius, leastRadius), radius * size ** 1.25);
}

/** The coarsest runs of dots that neither scene divides. */
function runsOf(from: Placement, to: Placement): Run[] {
  return commonRanges(from.parts, to.parts).map(({ start, end }) => ({
    start,
    end,
    from: partAt(from, start).look,
    to: partAt(to, start).look,
  }));
}

/** When what goes is on its way out, and what comes on its way in: shares of a change. */
interface Fading {
  readonly out: readonly [number, number];
  readonly in: readonly [number, number];
}

/** When words have gone, and for how long others come: shares of a change. */
const wordsOut: Fading["out"] = [0.05, 0.25];
const wordsCome = 0.2;
/** When words come that no parting keeps waiting. */
const wordsFrom = 0.75;
/** Bands are there while dots are on them: from a little before the first until a little after the last. */
const bandsPart: Fading = { out: [0.55, 0.85], in: [0.15, 0.45] };
const bandsMove: Fading = { out: [0, 0.3], in: [0.7, 1] };

/** What is shown at `t` of two lists: what both have keeps still and only changes its light. */
function fade<Item extends Label | Band>(
  [from, to]: readonly [readonly Item[], readonly Item[]],
  same: (a: Item, b: Item) => boolean,
  fading: Fading,
  t: number,
): Shown<Item>[] {
  const stays = (one: Item, others: readonly Item[]) => others.find((other) => same(one, other));
  const fadeItem = (item: Item, before: Item, shown: number): Shown<Item> => ({
    item,
    shown,
    lit: mixed(Number(before.lit), Number(item.lit), t),
  });
  const out = 1 - share(t, ...fading.out);
  const come = share(t, ...fading.in);
  return [
    ...from.filter((item) => !stays(item, to)).map((item) => fadeItem(item, item, out)),
    ...to.map((item) => {
      const before = stays(item, from);
      return fadeItem(item, before ?? item, before ? 1 : come);
    }),
  ].filter(({ shown }) => shown > 0);
}

/**
 * The stage at the share `t` (0 to 1) of the change from scene `index - 1` to scene `index`: a function of these
 * alone, so that it is the same picture whichever way a reader came.
 */
export function frameAt(layout: StageLayout, index: number, t: number): Frame {
  const before = Math.max(0, index - 1);
  const [from, to] = [layout.placements[before], layout.placements[index]];
  const [scene, next] = [layout.stage.scenes[before], layout.stage.scenes[index]];
  const back = parts(layout, next, scene);
  const parting = back || parts(layout, scene, next);
  const runs = runsOf(from, to);
  const turned = back ? 1 - t : t;
  const [first, last] = back ? [to, from] : [from, to];
  // Between flows nothing moves but the parts of a bar: there the light changes all the way.
  const flows = isFlow(scene) && isFlow(next);
  const journey = layout.journeys[index];
  const size = sizeOnTheWay(t, journey.gathers);
  // What travels is told by its colour, and none is dimmed on its way: the plain and the dim come last.
  const late = back || to.parts.length === 1 || (!parting && to.parts.some(({ look }) => !look.lit));
  const at = parting ? part(layout, first, last, turned) : move(from, to, runs, journey, t, size);
  const bandsFade = parting ? bandsPart : bandsMove;
  // Words that go have gone before those that come arrive; where dots cross their places, these wait.
  const come = parting ? layout.parting!.wordsFrom : wordsFrom;
  const wordsFade: Fading = { out: wordsOut, in: [come, come + wordsCome] };
  // Words that would stand where they were go with their dots, too.
  const sameWords = (a: Label, b: Label) =>
    size === 1 && a.figure === b.figure && a.x === b.x && a.y === b.y && a.width === b.width;
  return {
    ...at,
    size: to.size,
    radius: radiusOnTheWay(from.radius, to.radius, t, size),
    runs,
    mix: easeCubicInOut(flows ? t : late ? share(t, 0.7, 1) : share(t, 0, 0.3)),
    labels: fade([first.labels, last.labels], sameWords, wordsFade, turned),
    bands: fade([first.bands, last.bands], (a, b) => a.path === b.path, bandsFade, turned),
  };
}
