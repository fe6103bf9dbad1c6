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
  /** True for a remainder without a kind: its dots are rings where it stands apart. */
  readonly hollow: boolean;
  /** True for a remainder of its parent. */
  readonly derived: boolean;
  readonly parts: readonly StageFigure[];
}

/** What decides a picture, apart from the figures and the size. */
export interface StageScene {
  readonly id: string;
  readonly split: readonly string[];
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

/** How a dot looks: everything but its place and its size. */
export interface Look {
  readonly hue: number;
  /** Drawn as a ring. */
  readonly hollow: boolean;
  /** False: dimmed, since the scene looks at something else. */
  readonly lit: boolean;
}

/** The dots of one figure that are drawn alike: those with an index of `start` up to, not including, `end`. */
export interface Part {
  readonly figure: string;
  readonly start: number;
  readonly end: number;
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
  /** Font size, and the width that the words may fill, in CSS pixels. */
  readonly size: number;
  readonly width: number;
  readonly lit: boolean;
}

/** The soft band along which the dots of a figure leave the whole. */
export interface Band {
  readonly figure: string;
  readonly hue: number;
  readonly lit: boolean;
  /** SVG path data. */
  readonly path: string;
}

/** Where every dot of a stage stands in one scene. Dot `i` is the same dot in every scene. */
export interface Placement {
  readonly size: Size;
  /** Distance of neighbouring dots. */
  readonly pitch: number;
  readonly radius: number;
  /** Centres of the dots. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Covers all dots, in order, without a gap. */
  readonly parts: readonly Part[];
  readonly labels: readonly Label[];
  readonly bands: readonly Band[];
}
