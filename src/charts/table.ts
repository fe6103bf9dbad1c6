import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Whole } from "./whole.ts";

/** The figures of a chart as a `<table>`: each whole, and under it its parts, with counts, units and shares. */
export function drawTable(wholes: readonly Whole[]): string {
  const heads = ["Figure", "Count", "Share"].map((text) => cell("th", text, { scope: "col" }));
  const groups = wholes.map(({ label, counted, share, parts }) =>
    element("tbody", {}, [
      row("whole", [label, counted, share]),
      ...parts.map((part) => row("part", [part.label, `${part.count} ${part.unit}`, part.share])),
    ]),
  );
  return toHtml(element("table", {}, [element("thead", {}, [element("tr", {}, heads)]), ...groups]));
}

function row(className: string, [label, count, share]: readonly [string, string, string]): Element {
  return element("tr", { className: [className] }, [
    cell("th", label, { scope: "row" }),
    cell("td", count, {}),
    cell("td", share, {}),
  ]);
}

function cell(tagName: string, text: string, properties: Element["properties"]): Element {
  return element(tagName, properties, [{ type: "text", value: text }]);
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
