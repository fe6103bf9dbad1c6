import type { Element } from "hast";
import type { ChartWords } from "../language/words.ts";
import { element } from "./elements.ts";
import type { Whole } from "./whole.ts";

/** The figures of a chart as a `<table>`: each whole, and under it its parts, with counts, units and shares. */
export function drawTable(wholes: readonly Whole[], words: ChartWords): Element {
  const heads = [words.figure, words.count, words.share].map((head) => element("th", { scope: "col" }, head));
  const groups = wholes.map(({ label, counted, share, parts }) =>
    element(
      "tbody",
      {},
      row("whole", [label, counted, share]),
      ...parts.map((part) => row("part", [part.label, `${part.count} ${part.unit}`, part.share])),
    ),
  );
  return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), ...groups);
}

function row(className: string, [label, count, share]: readonly [string, string, string]): Element {
  const head = element("th", { scope: "row" }, label);
  return element("tr", { className: [className] }, head, element("td", {}, count), element("td", {}, share));
}
