import type * as Plot from "@observablehq/plot";
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Language } from "../language/types.ts";
import type { ChartWords } from "../language/words.ts";
import type { Block, ChartType, Story } from "../story/types.ts";
import { drawBars } from "./bars.ts";
import { element, raw } from "./elements.ts";
import { chartSizes, type ChartSize, drawPlot } from "./plot.ts";
import { drawShare } from "./share.ts";
import { drawTable } from "./table.ts";
import { readWhole, type Whole } from "./whole.ts";

export type ChartBlock = Extract<Block, { type: "chart" }>;

/** A figure and its parts as Plot's marks and scales, for one of the widths that charts are drawn at. */
type Draw = (whole: Whole, size: ChartSize) => Plot.PlotOptions;

/** How each type of chart draws a figure; null for the one that is a table alone. */
const charts = {
  bars: drawBars,
  share: drawShare,
  compare: drawShare,
  table: null,
} satisfies Record<ChartType, Draw | null>;

/**
 * A still chart of a story's figures: a complete `<figure>` as safe HTML, with the same figures as a table and the
 * story's caveat. Its colours are the page's custom properties, and it holds no `style`.
 */
export function drawChart(block: ChartBlock, { tree, noun, caveat }: Story, language: Language): string {
  const { charts: words } = language;
  const wholes = block.of.map((id) => readWhole({ tree, noun, language }, id));
  const draw = charts[block.chart];
  const note = [draw ? noteOnColours(wholes, words) : "", caveat?.html ?? ""].join(" ").trim();
  const figure = element(
    "figure",
    { className: ["column", "chart"] },
    element("figcaption", {}, raw(block.caption.html)),
    ...(draw ? drawFigures(wholes, draw, words) : [drawTable(wholes, words)]),
    ...(note === "" ? [] : [element("p", { className: ["note"] }, raw(note))]),
  );
  return toHtml(figure, { allowDangerousHtml: true });
}

/** Each figure as a picture, and all of them as a table to unfold. */
function drawFigures(wholes: readonly Whole[], draw: Draw, words: ChartWords): Element[] {
  const pictures = wholes.flatMap((whole) => {
    const heading = words.whole(whole);
    const plots = chartSizes.map((size) => drawPlot({ ...size, ...draw(whole, size) }));
    return [
      element("p", { className: ["whole"] }, heading),
      element("div", { role: "img", ariaLabel: words.describe(whole) }, raw(plots.join(""))),
    ];
  });
  const summary = element("summary", {}, words.inFigures);
  return [...pictures, element("details", {}, summary, drawTable(wholes, words))];
}

function noteOnColours(wholes: readonly Whole[], words: ChartWords): string {
  const kinds = new Set(wholes.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  return kinds.size > 1 ? words.colours : "";
}
