import type { LabelledGroup } from "../../groups/labelled.ts";
import type { Band, Label, Points, Size, StageFigure } from "../../types.ts";
import type { MeasuredLabel } from "../../words/labels.ts";
import type { Arranged } from "../types.ts";

/** What flows from the whole, measured but not yet placed: what both layouts of a flow start from. */
export interface FlowPlan {
  readonly size: Size;
  /** Dots of the whole. */
  readonly count: number;
  /** Font size of the labels, in pixels. */
  readonly fontSize: number;
  /** The children of the whole that leave it, each as a bar. */
  readonly bars: readonly Bar[];
  /** The remainder of the whole: it stays where the whole stood. */
  readonly remainder: LabelledGroup | null;
  readonly wholeLabel: MeasuredLabel;
}

/** One child of the whole, and how the scenes divide it. */
export interface Bar extends LabelledGroup {
  readonly figure: StageFigure;
  /** Each way in which a scene divides it into two groups or more. */
  readonly divisions: readonly Division[];
}

/** How a scene divides a bar. */
export interface Division {
  /** The scene's own list: scenes with another list have another division. */
  readonly split: readonly string[];
  readonly groups: readonly LabelledGroup[];
  /** How far to the right the second of two groups may begin, so that both labels stand in one row: in pixels, or 0. */
  readonly offset: number;
}

/** A bar in its place, in pixels. */
export interface BarRow {
  readonly bar: Bar;
  /** Left end of the bar, and top of its dots. */
  readonly left: number;
  readonly dotsTop: number;
  readonly label: Label;
  /** The labels of its groups, for each division by its `split`. */
  readonly groupLabels: ReadonlyMap<readonly string[], readonly Label[]>;
}

/**
 * How the whole flows into its children: one geometry for all scenes of a stage, so that between two flows nothing moves
 * but what the one divides and the other doesn't.
 */
export interface FlowLayout {
  readonly pitch: number;
  /** Rows of dots in every bar. */
  readonly rows: number;
  readonly bars: readonly BarRow[];
  readonly bands: readonly Band[];
  /** The label over what is left of the whole. */
  readonly heading: Label;
  /** The whole as large as its room allows, as an undivided scene shows it. */
  readonly open: Arranged;
  /** The whole at the bars' pitch, as the dots leave it. */
  readonly closed: Points;
  /** Every dot in its bar, no bar divided. */
  readonly inBars: Points;
  /** When each dot leaves the closed whole: 0 for the first, up to 1 for the last. */
  readonly departures: Float64Array;
  /** How long each dot is under way: a fraction of the change. */
  readonly travelTime: number;
  /** From when on no dot crosses the places of the bars' labels: a fraction of the change. */
  readonly labelsFrom: number;
  /** Writes to `to` where a dot is that has come the fraction `way` of its way from `closed` to its place in `end`. */
  readonly travel: (dot: number, end: Points, way: number, to: Points) => void;
}
