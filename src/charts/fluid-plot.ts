import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** What a fluid plot shows. */
export interface FluidPlot {
  /** In CSS pixels. */
  readonly height: number;
  /** What it shows, in words, for those who can't see it. */
  readonly description: string;
  /** Marks with `x` in per cent of the width, from 0 to 100, and `y` in CSS pixels from the top. */
  readonly marks: Plot.Markish[];
}

/**
 * An `<svg>` as wide as its column, as a string. Bars grow with it, text keeps its size: across, the plot is drawn
 * 100 units wide, and those units then become per cent. What a mark says as its `fill` becomes a class, and nothing
 * of Plot's own styling is kept, so that the page's style sheet decides alone and a strict policy has no complaint.
 */
export function drawFluidPlot({ height, description, marks }: FluidPlot): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const plot = Plot.plot({
    document,
    width: 100,
    height,
    margin: 0,
    axis: null,
    x: { type: "linear", domain: [0, 100], range: [0, 100] },
    y: { type: "linear", domain: [0, height], range: [0, height] },
    color: { type: "identity" },
    marks,
  });
  plot.querySelector("style")?.remove();
  for (const element of plot.querySelectorAll("g, rect, text, line")) cleanElement(element);
  for (const { name } of [...plot.attributes]) plot.removeAttribute(name);
  for (const group of plot.querySelectorAll("g:not([class], [text-anchor], [transform])"))
    group.replaceWith(...group.childNodes);
  // The description says it all, and browsers hand on the words in a picture too.
  const shown = document.createElementNS("http://www.w3.org/2000/svg", "g");
  shown.setAttribute("aria-hidden", "true");
  shown.append(...plot.childNodes);
  plot.append(shown);
  const attributes = {
    width: "100%",
    height: `${height}`,
    role: "img",
    "aria-label": escapeMarkup(description),
  };
  for (const [name, value] of Object.entries(attributes)) plot.setAttribute(name, value);
  return plot.outerHTML.replaceAll(" />", "/>").replaceAll("&#160;", "\u00a0");
}

/** linkedom escapes only the quotation marks of an attribute. */
function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const acrossAttributes = new Set(["x", "x1", "x2", "width"]);
const keptAttributes = new Set([...acrossAttributes, "y", "y1", "y2", "height", "class", "text-anchor"]);

function cleanElement(element: Element): void {
  if (element.localName === "text") placeText(element);
  const fill = element.getAttribute("fill");
  if (element.localName === "rect" && fill !== null) element.setAttribute("class", fill);
  for (const { name, value } of [...element.attributes]) {
    const kept = keptAttributes.has(name) || (name === "transform" && element.localName === "g");
    // Nothing is said by 0, which is what goes without saying.
    if (!kept || Number(value) === 0) element.removeAttribute(name);
    else if (acrossAttributes.has(name)) element.setAttribute(name, `${round(Number(value))}%`);
    else if (/^\d/.test(value)) element.setAttribute(name, `${round(Number(value))}`);
  }
}

/** Plot moves each text to its place by a transform, which knows no per cent. */
function placeText(text: Element): void {
  const place = /translate\(([^,]+),([^)]+)\)/.exec(text.getAttribute("transform") ?? "");
  text.setAttribute("x", place?.[1] ?? "0");
  text.setAttribute("y", place?.[2] ?? "0");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
