import { breakLabel, leastWidth, type BrokenLabel, type MeasuredLabel } from "./labels.ts";

/** A label with its place in rows of labels. */
export interface PlacedLabel {
  readonly label: BrokenLabel;
  readonly x: number;
  /** Distance from the top of the first row. */
  readonly top: number;
}

/** Room between labels in columns, in font sizes. */
const columnGap = 0.6;

/** A label, and where its dots begin and end, in pixels. */
export interface AnchoredLabel {
  readonly label: MeasuredLabel;
  readonly x: number;
  readonly end: number;
}

/** Labels in rows, and the height of all. */
export interface LabelRows {
  readonly placed: readonly PlacedLabel[];
  readonly height: number;
}

/** Sets the labels of dots that stand side by side: in columns below them, or in rows where those take less height. */
export function setLabelsBelow(items: readonly AnchoredLabel[], right: number): LabelRows {
  const columns = setInColumns(items, right);
  const rows = setInRows(items, right);
  return columns !== null && columns.height <= rows.height ? columns : rows;
}

/** Each label below its own dots, no wider than the way to the next one's; null where that would cut a word. */
function setInColumns(items: readonly AnchoredLabel[], right: number): LabelRows | null {
  const placed: PlacedLabel[] = [];
  let height = 0;
  for (const [i, { label: measured, x }] of items.entries()) {
    const room = (i + 1 < items.length ? items[i + 1].x - columnGap * measured.fontSize : right) - x;
    if (leastWidth(measured, Infinity) > room) return null;
    const label = breakLabel(measured, room);
    placed.push({ label, x, top: 0 });
    height = Math.max(height, label.height);
  }
  return { placed, height };
}

/**
 * Labels from left to right, each as near its own `x` as the one before allows; one that doesn't fit begins a new row,
 * in as many lines as it needs there.
 */
function setInRows(items: readonly AnchoredLabel[], right: number): LabelRows {
  const left = items[0].x;
  const placed: PlacedLabel[] = [];
  let top = 0;
  let rowHeight = 0;
  let free = left;
  for (const { label: measured, x, end } of items) {
    let label = breakLabel(measured, right - left);
    let at = Math.max(free, Math.min(x, right - label.width));
    // To the right of its own dots it would seem to belong to others.
    if (placed.length > 0 && (at + label.width > right || at >= end)) {
      top += rowHeight;
      rowHeight = 0;
      label = breakLabel(measured, Math.max(right - x, leastWidth(measured, right - left)));
      at = Math.max(left, Math.min(x, right - label.width));
    }
    placed.push({ label, x: at, top });
    rowHeight = Math.max(rowHeight, label.height);
    free = at + label.width + label.fontSize;
  }
  return { placed, height: top + rowHeight };
}
