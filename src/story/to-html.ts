import type { ElementContent, RootContent } from "hast";
import { toHtml as serialise } from "hast-util-to-html";

type Node = ElementContent | RootContent;

/** Markup of ours as HTML. What is text in it stays text. */
export function toHtml(nodes: readonly Node[]): string {
  return serialise({ type: "root", children: nodes.flatMap((node) => unnestLinks(node)) }).trim();
}

/** HTML has no links inside links: of two, the outer one stays, with the words of the inner. */
function unnestLinks(node: Node, inLink = false): Node[] {
  if (node.type !== "element") return [node];
  const isLink = node.tagName === "a";
  const children = node.children.flatMap((child) => unnestLinks(child, inLink || isLink) as ElementContent[]);
  return isLink && inLink ? children : [{ ...node, children }];
}
