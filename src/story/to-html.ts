import type { ElementContent, RootContent } from "hast";
import { toHtml as serialise } from "hast-util-to-html";

type Node = ElementContent | RootContent;

/** Markup of ours as HTML. What is text in it stays text. */
export function toHtml(nodes: readonly Node[]): string {
  const children = nodes.flatMap((node) => unnestLinks(node)).flatMap((node) => joinLines(node));
  // "&amp;", as Astro writes it elsewhere on the page.
  return serialise({ type: "root", children }, { characterReferences: { useNamedReferences: true } }).trim();
}

/** Lines of the file are no lines of the page, and neighbours compress better on one. Code keeps its own. */
function joinLines(node: Node): Node[] {
  if (node.type === "text") {
    return node.value === "\n" ? [] : [{ ...node, value: node.value.replaceAll("\n", " ") }];
  }
  if (node.type !== "element" || node.tagName === "pre") return [node];
  return [{ ...node, children: node.children.flatMap((child) => joinLines(child) as ElementContent[]) }];
}

/** HTML has no links inside links: of two, the outer one stays, with the words of the inner. */
function unnestLinks(node: Node, inLink = false): Node[] {
  if (node.type !== "element") return [node];
  const isLink = node.tagName === "a";
  const children = node.children.flatMap((child) => unnestLinks(child, inLink || isLink) as ElementContent[]);
  return isLink && inLink ? children : [{ ...node, children }];
}
