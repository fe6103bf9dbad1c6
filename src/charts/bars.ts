import * as Plot from "@observablehq/plot";
import { max } from "d3";
import {
  barMarks,
  characterWidth,
  type ChartSize,
  countLines,
  hyphenate,
  lineHeight,
  textStyle,
} from "./plot.ts";
import type { Part, Whole } from "./whole.ts";

/** A line of the chart: a part as a bar, a kind's name, or room. Its place among the others is its y. */
type Line = Partial<Part> & { readonly heading?: string };

const emptyLine: Line = {};

/** What is above and below all of it, in CSS pixels. */
const air = 6;

/** The parts of a figure as bars, one under the other, each under its label; the longest sets the scale. */
export function drawBars({ parts }: Whole, { width }: ChartSize): Plot.PlotOptions {
  const lines = setLines(parts, width);
  const words: Plot.TextOptions = { ...textStyle(width), y: Plot.indexOf, lineAnchor: "bottom" };
  return {
    height: lines.length * lineHeight + 2 * air,
    margin: 0,
    marginTop: air,
    marginBottom: air,
    // Room for the value beside the longest bar.
    marginRight: 6 + characterWidth * (max(parts, ({ value }) => value.length) ?? 0),
    x: { axis: null, round: true, domain: [0, max(parts, ({ size }) => size) || 1] },
    y: { axis: null, paddingInner: 3 / lineHeight, paddingOuter: 1.5 / lineHeight },
    marks: [
      Plot.text(lines, { ...words, x: 0, text: "heading", fill: "var(--muted)" }),
      Plot.text(lines, { ...words, x: 0, text: "label", dy: 4 - lineHeight }),
      ...barMarks(lines, { x1: 0, x2: "size", y: Plot.indexOf }),
      Plot.text(lines, { ...words, x: "size", text: "value", fontWeight: 600, dx: 6, dy: 5 }),
    ],
  };
}

/** Above each bar there is room for its label and one line more; above the first of a kind, for its kind's name, too. */
function setLines(parts: readonly Part[], width: number): Line[] {
  const isGrouped = new Set(parts.map(({ kind }) => kind)).size > 1;
  const linesOf = (text: string) => Array.from({ length: countLines(text, width) }, () => emptyLine);
  return parts.flatMap((part, i) => {
    const label = hyphenate(part.label, width);
    const isNewKind = isGrouped && part.kind !== parts[i - 1]?.kind;
    const heading = isNewKind && part.kind !== null ? hyphenate(part.kind, width) : null;
    return [
      ...(i > 0 ? [emptyLine] : []),
      ...(i > 0 && isNewKind ? [emptyLine] : []),
      ...(heading === null ? [] : [...linesOf(heading).slice(1), { heading }]),
      ...linesOf(label),
      { ...part, label },
    ];
  });
}
