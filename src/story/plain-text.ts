import type { ElementContent, RootContent } from "hast";

const blocks = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "blockquote",
  "pre",
  "tr",
  "td",
  "th",
  "br",
]);

/**
 * The words that a reader sees, on one line: without notes that are closed and marks that lead to footnotes,
 * with the words for a picture in place of it.
 */
export function plainText(nodes: readonly (ElementContent | RootContent)[]): string {
  return nodes.map(wordsOf).join("").replace(/\s+/g, " ").trim();
}

function wordsOf(node: ElementContent | RootContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const { tagName, properties, children } = node;
  if (properties.popover || properties.dataFootnoteRef !== undefined) return "";
  if (tagName === "img") return String(properties.alt ?? "");
  const words = children.map(wordsOf).join("");
  return blocks.has(tagName) ? ` ${words} ` : words;
}
