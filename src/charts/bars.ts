import * as Plot from "@observablehq/plot";
import { describeParts } from "./describe-parts.ts";
import { drawFluidPlot } from "./fluid-plot.ts";
import type { Part, Whole } from "./whole.ts";
import { leastWidth, lineHeight, wrapLabel } from "./wrap-label.ts";

/** In CSS pixels: the bar, the space above it to its label's foot and below it, and what parts two kinds. */
const bar = { height: 14, above: 6, below: 15, betweenKinds: 10 };

/** The height of a kind's name with the space below it, in CSS pixels. */
const headingHeight = 24;

/** The width of a digit in CSS pixels, in a wide and bold sans typeface at 13 px. */
const digitWidth = 8.6;

/** Where a part stands: y in CSS pixels, length in per cent of the width. */
interface Row {
  readonly part: Part;
  /** The kind, where this row is the first of its kind. */
  readonly heading: string | null;
  readonly lines: readonly string[];
  readonly top: number;
  readonly barTop: number;
  readonly bottom: number;
  readonly length: number;
}

/** The parts of a figure as bars, one under the other, each under its label; the longest sets the scale. */
export function drawBars(whole: Whole): string {
  const rows = layOutRows(whole.parts);
  return drawFluidPlot({
    height: rows.at(-1)?.bottom ?? 0,
    description: describeParts(whole),
    marks: [
      Plot.rect(rows, {
        x1: 0,
        x2: "length",
        y1: "barTop",
        y2: (row: Row) => row.barTop + bar.height,
        fill: (row: Row) => row.part.mark,
      }),
      textMark(rows.flatMap(headingText), { className: "group" }),
      textMark(rows.flatMap(labelTexts)),
      textMark(rows.map(valueText), { className: "value", dx: 6 }),
    ],
  });
}

/** A line of text: x in per cent of the width, y of its foot in CSS pixels. */
interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function textMark(texts: readonly Text[], look: Plot.TextOptions = {}): Plot.Text {
  return Plot.text(texts, { x: "x", y: "y", text: "text", textAnchor: "start", ...look });
}

function headingText({ heading, top }: Row): Text[] {
  return heading === null ? [] : [{ x: 0, y: top + 12, text: heading }];
}

function labelTexts({ lines, barTop }: Row): Text[] {
  return lines.map((text, i) => ({
    x: 0,
    y: barTop - bar.above - (lines.length - 1 - i) * lineHeight,
    text,
  }));
}

function valueText({ part, barTop, length }: Row): Text {
  return { x: length, y: barTop + bar.height - 2, text: valueOf(part) };
}

function valueOf({ count, share }: Part): string {
  return `${count} · ${share}`;
}

function layOutRows(parts: readonly Part[]): Row[] {
  const headed = new Set(parts.map(({ kind }) => kind)).size > 1;
  const scale = lengthPerShare(parts);
  const rows: Row[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    const isNewKind = headed && part.kind !== last?.part.kind;
    const top = last === undefined ? 0 : last.bottom + (isNewKind ? bar.betweenKinds : 0);
    const heading = isNewKind ? part.kind : null;
    const lines = wrapLabel(part.label, 1);
    const barTop = top + (heading === null ? 0 : headingHeight) + lines.length * lineHeight;
    const bottom = barTop + bar.height + bar.below;
    rows.push({ part, heading, lines, top, barTop, bottom, length: part.size * scale });
  }
  return rows;
}

/** Leaves room for the value beside the longest bar, where the chart is at its narrowest. */
function lengthPerShare(parts: readonly Part[]): number {
  const room = Math.max(...parts.map((part) => valueOf(part).length)) * digitWidth + 6;
  const largest = Math.max(...parts.map(({ size }) => size));
  return largest === 0 ? 0 : Math.max(20, 100 * (1 - room / leastWidth)) / largest;
}
