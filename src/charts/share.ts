import * as Plot from "@observablehq/plot";
import { cumsum, max } from "d3";
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

/** In CSS pixels: the bar's height, what is between it and a label, and between a leader and its label. */
const barHeight = 32;
const gap = 6;
const indent = 6;

/** A part's stretch of the bar, from 0 to 1, and its label. */
interface Segment extends Part {
  readonly start: number;
  readonly end: number;
  /** Where its label stands: right over it, or higher or below the bar at the end of a leader. */
  readonly side: "over" | "above" | "below";
  /** The room for its label, in CSS pixels. */
  readonly room: number;
  /** The height of its label and of the gap between it and the bar or the next, in CSS pixels. */
  readonly height: number;
}

/**
 * The parts of a figure as one bar of 100 %. Each has its label right over it where that is no wider. Others of the left
 * half have it above those, running right from where the part starts; others of the right half below the bar, running
 * left from where it ends. Each of these has its own level, in the order of the bar: so no leader crosses another or a
 * label, however thin the parts are.
 */
export function drawShare({ parts }: Whole, { width }: ChartSize): Plot.PlotOptions {
  const segments = readSegments(parts, width);
  const on = (side: Segment["side"]) => segments.filter((segment) => segment.side === side);
  const [over, above, below] = [on("over"), on("above").reverse(), on("below")];
  const overHeight = max(over, ({ height }) => height) ?? 0;
  const tops = cumsum(above, ({ height }) => height).map((top) => overHeight + top);
  const bottoms = cumsum(below, ({ height }) => height);
  const marginTop = tops.at(-1) ?? overHeight;
  const marginBottom = bottoms.at(-1) ?? 0;
  return {
    height: marginTop + barHeight + marginBottom,
    margin: 0,
    marginTop,
    marginBottom,
    x: { axis: null, round: true, domain: [0, 1] },
    marks: [
      ...above.map((segment, i) =>
        leader(segment, { x: "start", insetTop: -tops[i], insetBottom: barHeight }),
      ),
      ...below.map((segment, i) =>
        leader(segment, { x: "end", insetTop: barHeight, insetBottom: -bottoms[i] }),
      ),
      ...barMarks(segments, { x1: "start", x2: "end" }, 1),
      ...over.flatMap((segment) => labelMarks(segment, -overHeight)),
      ...above.flatMap((segment, i) => labelMarks(segment, -tops[i])),
      ...below.flatMap((segment, i) => labelMarks(segment, bottoms[i] - segment.height + gap)),
    ],
  };
}

function readSegments(parts: readonly Part[], width: number): Segment[] {
  const ends = cumsum(parts, ({ size }) => size);
  const opacities = opacitiesOf(parts);
  return parts.map((part, i) => {
    const start = ends[i - 1] ?? 0;
    const end = ends[i];
    const side = fits(part, part.size * width) ? "over" : start + end < 1 ? "above" : "below";
    const room = { over: part.size, above: 1 - start, below: end }[side] * width - indent;
    const label = hyphenate(part.label, room);
    const height = gap + (1 + countLines(label, room)) * lineHeight;
    return { ...part, label, fillOpacity: opacities[i], start, end, side, room, height };
  });
}

/** Whether the value of a part, and each word of its label, is narrower than `width` CSS pixels. */
function fits({ label, value }: Part, width: number): boolean {
  const longest = max([value, ...label.split(" ")], ({ length }) => length) ?? 0;
  return indent + longest * characterWidth <= width;
}

/** How much of its hue fills each part: every second of neighbours that would look the same is paler. */
function opacitiesOf(parts: readonly Part[]): number[] {
  const opacities: number[] = [];
  for (const [i, { colour, fillOpacity }] of parts.entries()) {
    const looksAlike = colour === parts[i - 1]?.colour && fillOpacity === opacities[i - 1];
    opacities.push(looksAlike ? 0.3 : fillOpacity);
  }
  return opacities;
}

function leader(segment: Segment, place: Plot.RuleXOptions): Plot.RuleX {
  return Plot.ruleX([segment], { stroke: "var(--muted)", ...place });
}

/** The value of a part and its label under it; `top` is in CSS pixels from the bar's edge. */
function labelMarks(segment: Segment, top: number): Plot.Markish[] {
  const { side, room } = segment;
  const style: Plot.TextOptions = {
    ...textStyle(room),
    ...(side === "below"
      ? { x: "end", frameAnchor: "bottom", textAnchor: "end", dx: -indent }
      : { x: "start", frameAnchor: "top", dx: side === "above" ? indent : 0 }),
    lineAnchor: "top",
  };
  return [
    Plot.text([segment], { ...style, text: "value", fontWeight: 600, dy: top }),
    Plot.text([segment], { ...style, text: "label", dy: top + lineHeight }),
  ];
}
