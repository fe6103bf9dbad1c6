import type { LabelledGroup } from "../groups/labelled.ts";
import type { Band, Label, Points, Size, StageScene } from "../types.ts";
import type { FlowLayout } from "./flow/types.ts";

/** What an arrangement is asked to place. */
export interface Request {
  readonly scene: StageScene;
  readonly groups: readonly LabelledGroup[];
  /** Dots of the whole. */
  readonly count: number;
  readonly size: Size;
  /** Font size of the labels, in pixels. */
  readonly fontSize: number;
  /** How the whole flows into its children; null where no scene of the stage is a flow, or the stage is too small. */
  readonly flow: FlowLayout | null;
}

/** All dots and labels of a scene in their places. */
export interface Arranged extends Points {
  readonly pitch: number;
  readonly labels: readonly Label[];
  readonly bands: readonly Band[];
  /** Whether each dot has a place of its own. False: a group has its places, and any of its dots may take any of them. */
  readonly isFixed: boolean;
}

/** Places a scene's dots; null where that shows nothing, as it is too small or there is nothing to set apart. */
export type Arrange = (request: Request) => Arranged | null;
