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
