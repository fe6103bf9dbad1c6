import { toHtml } from "hast-util-to-html";
import type { Block, ChartType, Story } from "../story/types.ts";
import { drawBars } from "./bars.ts";
import { drawShare } from "./share.ts";
import { drawTable } from "./table.ts";
import { readWhole, type Whole } from "./whole.ts";

export type ChartBlock = Extract<Block, { type: "chart" }>;

/**
 * A still chart of a story's figures: a complete `<figure>` as safe HTML, with the same figures as a table and the
 * story's caveat. Holds no `style` and no colour: charts.css and the page's classes `h0`, `h1`, … decide the look.
 * `locale` is that of the numbers.
 */
export function drawChart(block: ChartBlock, { tree, caveat }: Story, locale: string): string {
  const wholes = block.of.map((id) => readWhole(tree, id, locale));
  const body = block.chart === "table" ? drawTable(wholes) : drawPlots(block.chart, wholes);
  const note = [block.chart === "table" ? "" : noteOnColours(wholes), caveat?.html ?? ""].join(" ").trim();
  return (
    `<figure class="column chart"><figcaption>${block.caption.html}</figcaption>${body}` +
    (note === "" ? "" : `<p class="note">${note}</p>`) +
    "</figure>"
  );
}

/** Each figure as a picture, and all of them as a table to unfold. */
function drawPlots(chart: Exclude<ChartType, "table">, wholes: readonly Whole[]): string {
  const plots = wholes.map((whole) => {
    const heading = toHtml({ type: "text", value: `${whole.label}: ${whole.counted} = ${whole.share}` });
    return `<p class="whole">${heading}</p>${chart === "bars" ? drawBars(whole) : drawShare(whole)}`;
  });
  return `${plots.join("")}<details><summary>This chart in figures</summary>${drawTable(wholes)}</details>`;
}

function noteOnColours(wholes: readonly Whole[]): string {
  const kinds = new Set(wholes.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  return kinds.size > 1 ? "The colours are a grouping of ours." : "";
}
