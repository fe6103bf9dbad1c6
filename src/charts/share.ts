import * as Plot from "@observablehq/plot";
import { describeParts } from "./describe-parts.ts";
import { drawFluidPlot } from "./fluid-plot.ts";
import type { Part, Whole } from "./whole.ts";
import { lineHeight, wrapLabel } from "./wrap-label.ts";

/** In CSS pixels. */
const bar = { height: 30, gap: 7 };
const labelGap = 7;

/** A part's stretch of the bar, in per cent of the width. */
interface Segment {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** Its mark; also `pale` where the segment before it would look the same. */
  readonly mark: string;
}

/** A part's label, and the line that leads from it to an edge of its segment. x in per cent, y in CSS pixels. */
interface Label {
  readonly part: Part;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly string[];
}

/**
 * The parts of a figure as one bar of 100 %. Parts of the left half have their labels above it, running right from
 * where they start; parts of the right half below it, running left from where they end. Each on its own level, in the
 * order of the bar: so no leader crosses another or a label, however thin the parts are.
 */
export function drawShare(whole: Whole): string {
  const segments = layOutSegments(whole.parts);
  const isLeft = ({ start, end }: Segment) => start + end < 100;
  const above = stackLabels(segments.filter(isLeft), 0, (segment) => segment.start, rightOf);
  const barTop = (above.at(-1)?.bottom ?? -bar.gap) + bar.gap;
  const barBottom = barTop + bar.height;
  const right = segments.filter((segment) => !isLeft(segment));
  const below = stackLabels(right, barBottom + bar.gap, (segment) => segment.end, leftOf);
  return drawFluidPlot({
    height: below.at(-1)?.bottom ?? barBottom,
    description: describeParts(whole),
    marks: [
      leaders(above, ({ top }) => top, barTop),
      leaders(below, ({ bottom }) => bottom, barBottom),
      Plot.rect(segments, {
        x1: "start",
        x2: "end",
        y1: barTop,
        y2: barBottom,
        fill: "mark",
      }),
      ...labelMarks(above, "start"),
      ...labelMarks(below, "end"),
    ],
  });
}

function layOutSegments(parts: readonly Part[]): Segment[] {
  const segments: Segment[] = [];
  for (const part of parts) {
    const last = segments.at(-1);
    const start = last?.end ?? 0;
    const mark = part.mark === last?.mark ? `${part.mark} pale` : part.mark;
    segments.push({ part, start, end: start + part.size * 100, mark });
  }
  return segments;
}

/** The share of the width (0 to 1) that is free on either side of a place. */
const rightOf = (x: number) => 1 - x / 100;
const leftOf = (x: number) => x / 100;

function stackLabels(
  segments: readonly Segment[],
  from: number,
  edgeOf: (segment: Segment) => number,
  roomAt: (x: number) => number,
): Label[] {
  const labels: Label[] = [];
  for (const segment of segments) {
    const last = labels.at(-1);
    const top = last === undefined ? from : last.bottom + labelGap;
    const x = edgeOf(segment);
    const { part } = segment;
    // 0.03 of the width: the step from the leader to the text, at the least width.
    const lines = [`${part.count} · ${part.share}`, ...wrapLabel(part.label, roomAt(x) - 0.03)];
    labels.push({ part, x, top, bottom: top + lines.length * lineHeight, lines });
  }
  return labels;
}

function leaders(labels: readonly Label[], from: (label: Label) => number, to: number): Plot.RuleX {
  return Plot.ruleX(labels, { x: "x", y1: from, y2: to, className: "leader" });
}

/** The values and the labels under them, beside their leaders. */
function labelMarks(labels: readonly Label[], textAnchor: "start" | "end"): Plot.Text[] {
  const texts = labels.flatMap(({ lines, x, top }) =>
    lines.map((text, i) => ({ x, y: top + 12 + i * lineHeight, text, isValue: i === 0 })),
  );
  const dx = textAnchor === "start" ? 6 : -6;
  return [true, false].map((isValue) =>
    Plot.text(
      texts.filter((line) => line.isValue === isValue),
      { x: "x", y: "y", text: "text", textAnchor, dx, className: isValue ? "value" : undefined },
    ),
  );
}
