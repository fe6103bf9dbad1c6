import type { Arrangement } from "../story/types.ts";

/**
 * A figure as the stage needs it, nested and plain, so that it can be sent to the browser as JSON.
 * The counts are those of `outcomes/`.
 */
export interface StageFigure {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** 0: plain ink; 1, 2, …: the hue of the kind with that place among the file's kinds. */
  readonly hue: number;
  /** Whether it is what is left of its parent once the other children are taken away. */
  readonly remainder: boolean;
  readonly children: readonly StageFigure[];
}

/** What decides a picture, apart from the figures and the size. */
export interface StageScene {
  readonly id: string;
  /** Ids of the figures whose children stand apart. */
  readonly split: readonly string[];
  /** Ids of the figures that are highlighted. Empty: all are. */
  readonly focus: readonly string[];
  readonly as: Arrangement;
}

/** Everything that one stage shows: what the build draws, and what the browser is sent. */
export interface Stage {
  readonly figure: StageFigure;
  /** Reports per dot. */
  readonly dot: number;
  readonly noun: { readonly one: string; readonly many: string };
  readonly locale: string;
  readonly scenes: readonly StageScene[];
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Places of all dots of a stage, in CSS pixels from its top left corner: parallel arrays, by index of the dot. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Neighbouring dots: those with an index of `start` up to, not including, `end`. */
export interface DotRange {
  readonly start: number;
  readonly end: number;
}

/** How a dot looks: everything but its place and its size. */
export interface Look {
  readonly hue: number;
  /** Drawn as a ring, as a remainder without a kind is. */
  readonly ring: boolean;
  /** False: dimmed, since the scene's focus is on other figures. */
  readonly highlighted: boolean;
}

/** The dots of one figure that have one look. */
export interface Run extends DotRange {
  readonly figure: string;
  readonly look: Look;
}

/** Words on the stage: a count in bold, and what it counts. */
export interface Label {
  readonly figure: string;
  readonly value: string;
  /** The lines after the value; the first stands on its line. */
  readonly lines: readonly string[];
  /** Left end of the first baseline. */
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
  /** The width that the words may fill, in CSS pixels. */
  readonly width: number;
  readonly highlighted: boolean;
}

/** The soft band along which the dots of a figure leave the whole. */
export interface Band {
  readonly figure: string;
  readonly hue: number;
  readonly highlighted: boolean;
  /** SVG path data. */
  readonly path: string;
}

/** Where every dot of a stage stands in one scene. Dot `i` is the same dot in every scene. */
export interface Placement extends Points {
  readonly size: Size;
  /** Distance of neighbouring dots. */
  readonly pitch: number;
  readonly radius: number;
  /** Cover all dots, in order, without a gap. */
  readonly runs: readonly Run[];
  readonly labels: readonly Label[];
  readonly bands: readonly Band[];
}
