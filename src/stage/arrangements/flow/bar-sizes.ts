import { max } from "../../numbers.ts";
import { leastWidth, type MeasuredLabel } from "../../words/labels.ts";
import { coarsestPitch, rowsOf } from "../fit.ts";
import type { Bar, Division, FlowPlan } from "./types.ts";

/** Gap between the groups of a divided bar, in dots. */
const groupGap = 1.5;
/** A word of up to this width, in font sizes, is not broken for want of room. */
const unbrokenWord = 12;

/** The columns in which the groups of a divided bar begin, and the one where the last ends. */
export interface GroupColumns {
  readonly starts: readonly number[];
  readonly end: number;
}

/**
 * Where the groups of a bar of so many rows begin, at a pitch in pixels. Where there is room, the second of two begins as
 * far to the right as the label of the first needs.
 */
export function groupColumns({ groups, offset }: Division, rows: number, pitch: number): GroupColumns {
  let next = 0;
  const starts = groups.map(({ count }, i) => {
    const begin = i > 0 ? Math.max(next, offset / pitch) : 0;
    next = begin + Math.ceil(count / rows) + groupGap;
    return begin;
  });
  return { starts, end: next - groupGap };
}

/** Width of a bar of so many rows at a pitch, in pixels: of its dots where it is divided most, and of its groups' labels. */
export function barWidth({ count, divisions }: Bar, rows: number, pitch: number): number {
  const divided = divisions.flatMap((division) => {
    const { starts, end } = groupColumns(division, rows, pitch);
    const labels = division.groups.map(({ label }, i) => starts[i] * pitch + labelWidth(label));
    return [end * pitch, ...labels];
  });
  return max(divided, Math.ceil(count / rows) * pitch);
}

/** The least width for a label, in pixels, at which only the longest words are broken. */
export function labelWidth(label: MeasuredLabel): number {
  return leastWidth(label, label.fontSize * unbrokenWord);
}

/** A pitch that bars of so many rows can't exceed in `room` pixels of width, whatever their labels need. */
export function barLimit({ size, bars }: FlowPlan, rows: number, room: number): number {
  const longest = max(
    bars.map((bar) => columnsOf(bar, rows)),
    1,
  );
  return Math.min(coarsestPitch(size), size.height / Math.max(1, rowsOf(bars, rows)), room / longest);
}

/** Columns that a bar of so many rows needs where it is divided most, labels left aside. */
function columnsOf({ count, divisions }: Bar, rows: number): number {
  const divided = divisions.map((division) => groupColumns(division, rows, Infinity).end);
  return max(divided, Math.ceil(count / rows));
}
