import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Part } from "./whole.ts";

/** A width that every chart is drawn at, in CSS pixels, and the class by which charts.css shows it. */
export interface ChartSize {
  readonly className: string;
  readonly width: number;
}

/**
 * The column of the text at its widest, and that of a phone of 390 pixels. The style sheet scales a chart to its column,
 * and shows the wide one where its words would be of 12 pixels or more; those of the narrow one are on a phone of 320.
 */
export const chartSizes: readonly ChartSize[] = [
  { className: "wide-chart", width: 588 },
  { className: "narrow-chart", width: 358 },
];

/** In CSS pixels. */
const fontSize = 15;

/** From one line of text to the next, in CSS pixels. */
export const lineHeight = 17;

/** The width of a character on average, in CSS pixels, in a wide and bold sans typeface. */
export const characterWidth = 9.2;

/** How words are set in lines of `width` CSS pixels. */
export function textStyle(width = Infinity): Plot.TextOptions {
  return {
    fontSize,
    lineHeight: 1.1,
    // Plot knows the letters of one typeface; a reader's may be wider by a tenth.
    lineWidth: (0.9 * width) / fontSize,
    textAnchor: "start",
  };
}

/** Soft hyphens in words that are wider than `width` CSS pixels: Plot breaks lines there, and nowhere else in a word. */
export function hyphenate(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / characterWidth) - 1);
  return text.replace(new RegExp(`[^ -]{${most}}(?=[^ -]{2})`, "gu"), "$&\u00ad");
}

/** How many lines of `width` CSS pixels Plot makes of a text. */
export function countLines(text: string, width: number): number {
  const mark = Plot.text([text], { ...textStyle(width), frameAnchor: "middle" });
  const { childElementCount } = mark.plot({ document: newDocument() }).querySelector("text")!;
  return Math.max(1, childElementCount);
}

/**
 * Bars in the hue of their kind; what is not filled with it has an outline, which lies within the bar.
 * @param gap - what is left free between a filled bar and the next, in CSS pixels
 */
export function barMarks(parts: readonly Partial<Part>[], place: Plot.BarXOptions, gap = 0): Plot.Markish[] {
  const isFilled = ({ fillOpacity }: Partial<Part>) => fillOpacity === 1;
  const isOutlined = ({ fillOpacity = 1 }: Partial<Part>) => fillOpacity < 1;
  const outline = { stroke: "colour", strokeWidth: 1.5, fillOpacity: "fillOpacity", inset: 1 };
  return [
    Plot.barX(parts, { ...place, filter: isFilled, fill: "colour", insetRight: gap }),
    Plot.barX(parts, { ...place, filter: isOutlined, fill: "colour", ...outline }),
  ];
}

/** Draws a chart: an `<svg>` as a string, for a place that says in words what it shows. */
export function drawPlot(options: Plot.PlotOptions): string {
  const plot = Plot.plot({ document: newDocument(), ...options });
  fitIntoPage(plot);
  return plot.outerHTML;
}

/** A page's policy forbids a `<style>` of Plot's own; its English names for marks are for nobody. */
function fitIntoPage(plot: Element): void {
  plot.querySelector("style")?.remove();
  for (const mark of plot.querySelectorAll("[aria-label]")) mark.removeAttribute("aria-label");
  plot.setAttribute("aria-hidden", "true");
}

function newDocument(): Document {
  return parseHTML("<!doctype html><html><body></body></html>").document;
}
