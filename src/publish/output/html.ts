import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { fontRulesType } from "../policy.ts";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** All the elements of a page in order, templates and what readers without scripts get included, with their places. */
export function elementsOf(html: string): Element[] {
  return collect(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
}

function collect(node: Node): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  const below = children.flatMap(collect);
  if (!("attrs" in node)) return below;
  return [node, ...below, ...("content" in node ? collect(node.content) : [])];
}

/** The value of an element's attribute; null where it has none of that name. */
export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** What stands in a script or style element. */
export function rawTextOf(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

/** Whether an element is a script that stands in the page. Those of a data type, such as JSON, never run. */
export function isInlineScript(element: Element): boolean {
  const type = attributeOf(element, "type") ?? "";
  const isData = type.endsWith("json") || isFontRules(element);
  return element.tagName === "script" && attributeOf(element, "src") === null && !isData;
}

/** Whether an element is the text that says which files the page's typeface is in. */
export function isFontRules(element: Element): boolean {
  return element.tagName === "script" && attributeOf(element, "type") === fontRulesType;
}
