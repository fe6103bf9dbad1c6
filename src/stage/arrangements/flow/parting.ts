import { sum, type DotRange, type DotShare } from "../../groups/dots.ts";
import { largest, type Points } from "../../motion/grid.ts";
import {
  breakLines,
  labelGap,
  leastWidth,
  measure,
  setBelow,
  type Measured,
  type Placed,
  type Wording,
} from "../../words/labels.ts";
import type { Spot } from "../../motion/match.ts";
import { groupsOf } from "../../groups/runs.ts";
import type { Size, Stage, StageFigure, StageScene } from "../../types.ts";

/**
 * How the whole parts into bars: one geometry for all scenes of a stage, so that nothing moves between two scenes
 * but what they part. `whole` is the closed block at the bars' pitch, `block` the same block opened up as far as the
 * stage has room, `bars` every dot at its end, nothing split further.
 */
export interface Parting {
  readonly pitch: number;
  /** Rows of dots in every bar. */
  readonly thickness: number;
  /** Room for the words where the whole stands, in pixels. */
  readonly room: number;
  readonly whole: Points;
  readonly block: Points;
  readonly blockPitch: number;
  readonly bars: Points;
  readonly rows: readonly BarRow[];
  readonly bands: readonly { readonly figure: StageFigure; readonly path: string }[];
  /** When each dot leaves: 0 for the first, up to 1 for the last. */
  readonly turn: Float64Array;
  /** How long one dot is under way: a share of the change. */
  readonly underWay: number;
  /** When no dot crosses the places of the bars' words any more: a share of the change. */
  readonly wordsFrom: number;
  /** Writes the place of a dot that has gone the share `way` (0 to 1) from the whole to its place in `bars`. */
  readonly travel: (dot: number, bars: Points, way: number, to: Points) => void;
}

/** One part of the whole, with its own parts as the flows of the stage divide it. */
export interface Bar {
  readonly figure: StageFigure;
  readonly start: number;
  readonly count: number;
  readonly words: Measured;
  /** Each way in which a flow divides it into two or more. */
  readonly divisions: readonly Division[];
}

export interface Division {
  readonly split: readonly string[];
  readonly groups: readonly (DotRange & { readonly words: Measured })[];
  /** How far the second of two may stand off, so that its words begin below it: in pixels; 0 where there is no room. */
  readonly off: number;
}

/** What both geometries start from. */
export interface PartingPlan {
  readonly size: Size;
  /** Dots of the whole. */
  readonly count: number;
  /** Font size of the labels. */
  readonly em: number;
  readonly bars: readonly Bar[];
  /** The remainder: it stays where the whole stood. */
  readonly rest: Bar | null;
  readonly wholeWords: Measured;
}

/** Room below the words of a bar's parts, in font sizes: they are nearer to their own bar than the next one's are. */
const partsGap = 0.7;

/** Words of the undivided whole are larger, those of a bar's parts smaller, but not below so many pixels. */
const wholeScale = 1.3;
const partScale = 0.85;
const smallWords = 15;

export function isFlow({ as, split }: StageScene): boolean {
  return as === "flow" && split.length > 0;
}

/** The name of a group on the stage; one that lies two deep or more in its bar is told with what it is part of. */
export function groupName(top: StageFigure, group: StageFigure): string {
  const holder = (figure: StageFigure): StageFigure | undefined =>
    figure.parts.includes(group) ? figure : figure.parts.map(holder).find((found) => found);
  const parent = holder(top) ?? top;
  return parent === top ? group.label : `${parent.label}: ${group.label}`;
}

/** What the words of two parts may take of the stage's width side by side. */
const wordsShare = 0.72;

/** A name of more letters than this is told without what it is part of. */
const longName = 40;

/** The name of a group where there is little room. */
export function shortName(top: StageFigure, group: StageFigure): string {
  const name = groupName(top, group);
  return name.length > longName ? group.label : name;
}

export function planParting(stage: Stage, share: DotShare, size: Size, em: number): PartingPlan {
  const { figure: whole, noun } = stage;
  const format = new Intl.NumberFormat(stage.locale);
  const divide = (top: StageFigure): Division[] =>
    stage.scenes.filter(isFlow).flatMap(({ split }) => {
      const groups = groupsOf(whole, split).filter((group) => group.top === top);
      if (groups.length < 2) return [];
      const smaller = Math.min(em, Math.max(smallWords, em * partScale));
      const divided = groups.map(({ figure }) => ({
        ...share.ranges.get(figure.id)!,
        words: measure(figure, shortName(top, figure), format, smaller),
      }));
      const [first, second] = divided.map(({ words }) => breakLines(words, Infinity).width + smaller);
      const standsOff = groups.length === 2 && first + second < size.width * wordsShare;
      return [{ split, groups: divided, off: standsOff ? first : 0 }];
    });
  const toBar = (figure: StageFigure): Bar => {
    const { start, end } = share.ranges.get(figure.id)!;
    const words = measure(figure, figure.label, format, em);
    return { figure, start, count: end - start, words, divisions: divide(figure) };
  };
  const rest = whole.parts.find(({ derived }) => derived) ?? null;
  return {
    size,
    count: share.count,
    em,
    bars: whole.parts.filter((part) => part !== rest).map(toBar),
    rest: rest && toBar(rest),
    wholeWords: measure(whole, whole.count === 1 ? noun.one : noun.many, format, em * wholeScale),
  };
}

/** Gap between the parts of a divided bar, in dots. */
export const partGap = 1.5;

/**
 * The column in which each part of a divided bar of so many rows begins, at a pitch, and the one in which the next
 * would. Where there is room the second of two stands off as far as the words of the first need.
 */
export function columnsOfParts(
  { groups, off }: Division,
  rows: number,
  pitch: number,
): { starts: number[]; end: number } {
  let end = 0;
  const starts = groups.map((group, i) => {
    const begin = i > 0 ? Math.max(end, off / pitch) : 0;
    end = begin + Math.ceil((group.end - group.start) / rows) + partGap;
    return begin;
  });
  return { starts, end };
}

/** Columns that a bar of so many rows needs where it is divided most. */
export function columnsOf({ count, divisions }: Bar, rows: number): number {
  const divided = divisions.map((division) => columnsOfParts(division, rows, Infinity).end - partGap);
  return Math.max(Math.ceil(count / rows), ...divided);
}

/** A word of up to this width, in font sizes, is not broken for want of room. */
const roomForWord = 12;

/** The least width for a label, in pixels, of which only the longest words are broken. */
export function wordsWidth(words: Measured): number {
  return leastWidth(words, words.size * roomForWord);
}

/** Width of a bar of so many rows at a pitch: of its dots where it is divided most, and of its parts' words below them. */
export function barWidth(bar: Bar, rows: number, pitch: number): number {
  const divided = bar.divisions.flatMap((division) => {
    const { starts, end } = columnsOfParts(division, rows, pitch);
    const words = division.groups.map(({ words }, i) => starts[i] * pitch + wordsWidth(words));
    return [(end - partGap) * pitch, ...words];
  });
  return Math.max(Math.ceil(bar.count / rows) * pitch, ...divided);
}

/** The cells of a bar of so many rows: column by column. */
export function barSpots(count: number, rows: number): Spot[] {
  return Array.from({ length: count }, (_, q) => ({ x: Math.floor(q / rows), y: q % rows }));
}

/** The largest pitch of any stage, in pixels: few dots are not blown up. */
export function coarsestPitch({ width, height }: Size): number {
  return Math.min(width / 8, height / 8, 80);
}

/** Rows of dots of all bars together, where none has more than so many. */
export function rowsOf(bars: readonly { readonly count: number }[], rows: number): number {
  return sum(bars.map(({ count }) => Math.min(rows, count)));
}

/** A pitch that bars of so many rows can't exceed in a room of some width, in pixels, words left aside. */
export function barLimit({ size, bars }: PartingPlan, rows: number, room: number): number {
  const longest = Math.max(1, ...bars.map((bar) => columnsOf(bar, rows)));
  return Math.min(coarsestPitch(size), size.height / Math.max(1, rowsOf(bars, rows)), room / longest);
}

/** The place of the bars: so many rows of dots at a pitch, between two edges. In pixels. */
export interface BarGrid {
  readonly rows: number;
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
}

/** The words of a bar's own parts, below it: each at its part's left end, as far as they don't collide. */
export function partWords(division: Division, { rows, pitch, left, right }: BarGrid) {
  const { starts } = columnsOfParts(division, rows, pitch);
  const items = division.groups.map(({ words, start, end }, i) => {
    const x = left + starts[i] * pitch;
    return { words, x, end: x + Math.ceil((end - start) / rows) * pitch };
  });
  return setBelow(items, right);
}

/** The place of one bar and its words. */
export interface BarRow {
  readonly bar: Bar;
  readonly words: Wording;
  /** Left end of the bar, and top of its words and of its dots. */
  readonly left: number;
  readonly top: number;
  readonly dotsTop: number;
  /** The words of its parts, for each division; their tops count from the stage's top. */
  readonly parts: ReadonlyMap<readonly string[], readonly Placed[]>;
}

/** The bars one under the other: sized, not yet spread. All in pixels. */
export interface BarStack {
  /** Height of the bars and their words without any gap. */
  readonly used: number;
  /** What must be left below each bar for the words of its parts. */
  readonly below: readonly number[];
  /** The bars from `top` on with gaps of `gap`, or as much as the words of the parts need. */
  readonly spread: (top: number, gap: number) => BarRow[];
}

export function stackBars({ bars, em }: PartingPlan, grid: BarGrid): BarStack {
  const sized = bars.map((bar) => {
    const words = breakLines(bar.words, grid.right - grid.left);
    const parts = bar.divisions.map((division) => ({
      ...partWords(division, grid),
      split: division.split,
    }));
    const height = words.height + em * labelGap + Math.min(grid.rows, bar.count) * grid.pitch;
    const partsHeight = Math.max(0, ...parts.map((part) => part.height));
    return { bar, words, parts, height, below: partsHeight && partsHeight + em * (labelGap + partsGap) };
  });
  const spread = (top: number, gap: number) =>
    sized.map(({ bar, words, parts, height, below }): BarRow => {
      const own = top;
      const partsTop = own + height + em * labelGap;
      top += height + Math.max(gap, below);
      const placed = parts.map(
        (part) =>
          [part.split, part.placed.map((label) => ({ ...label, top: partsTop + label.top }))] as const,
      );
      return {
        bar,
        words,
        left: grid.left,
        top: own,
        dotsTop: own + words.height + em * labelGap,
        parts: new Map(placed),
      };
    });
  const used = sum(sized.map(({ height }) => height));
  return { used, below: sized.map(({ below }) => below), spread };
}

/**
 * The even gap, from `least` to `most`, that fills a room with as many gaps as `needs` has entries, of which none is
 * smaller than its need. Null where the needs and the least gap don't fit. In pixels.
 */
export function evenGap(needs: readonly number[], room: number, least: number, most: number): number | null {
  const taken = (gap: number) => sum(needs.map((need) => Math.max(gap, need)));
  return largest(least, most, (gap) => taken(gap) <= room);
}

/** The words where the whole stands once it parts, broken to a width. */
export function heading({ wholeWords, rest }: PartingPlan, room: number): Wording {
  return breakLines(rest?.words ?? wholeWords, room);
}
