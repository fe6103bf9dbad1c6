import type { Element, ElementContent } from "hast";

export function element(
  tagName: string,
  properties: Element["properties"],
  ...children: readonly (ElementContent | string)[]
): Element {
  const nodes = children.map((child): ElementContent => (typeof child === "string" ? text(child) : child));
  return { type: "element", tagName, properties, children: nodes };
}

/** Safe HTML as it is. */
export function raw(html: string): ElementContent {
  return { type: "raw", value: html };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
