import { toHtml } from "hast-util-to-html";
import type { Block, Story } from "../story/types.ts";
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
export function drawChart(
  { chart, of, caption }: ChartBlock,
  { tree, caveat }: Story,
  locale: string,
): string {
  const wholes = of.map((id) => readWhole(tree, id, locale));
  const table = drawTable(wholes);
  const picture =
    chart === "table"
      ? table
      : wholes.map((whole) => drawPlot(chart, whole)).join("") +
        `<details><summary>This chart in figures</summary>${table}</details>`;
  const isGrouped = chart !== "table" && wholes.some(({ parts }) => parts.some(({ kind }) => kind !== null));
  const note = [isGrouped ? "The colours are a grouping of ours." : "", caveat?.html ?? ""].join(" ").trim();
  return (
    `<figure class="chart"><figcaption>${caption.html}</figcaption>${picture}` +
    (note === "" ? "" : `<p class="note">${note}</p>`) +
    "</figure>"
  );
}

function drawPlot(chart: "bars" | "share" | "compare", whole: Whole): string {
  const heading = toHtml({ type: "text", value: `${whole.label}: ${whole.counted} = ${whole.share}` });
  return `<p class="whole">${heading}</p>${chart === "bars" ? drawBars(whole) : drawShare(whole)}`;
}
