import type { ElementContent, RootContent } from "hast";
import { toHtml as serialise } from "hast-util-to-html";

type Node = ElementContent | RootContent;

/** Markup of ours as HTML. What is text in it stays text. */
export function toHtml(nodes: readonly Node[]): string {
  const children = nodes
    .flatMap((node) => unnestLinks(node))
    .flatMap((node) => joinLines(node))
    .map((node) => keepTogether(node));
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

/**
 * Browsers may end a line after a button, and begin the next with a comma. What follows a note's button without a space
 * goes into the note's own element, in which no line ends (page.css).
 */
function keepTogether(node: Node): Node {
  if (node.type !== "element") return node;
  const children = node.children.map((child) => keepTogether(child) as ElementContent);
  children.forEach((child, index) => {
    const next = children[index + 1];
    if (child.type !== "element" || next?.type !== "text") return;
    const [button] = child.children;
    if (button?.type !== "element" || button.tagName !== "button") return;
    const value = /^\S*/.exec(next.value)![0];
    children[index] = { ...child, children: child.children.toSpliced(1, 0, { type: "text", value }) };
    children[index + 1] = { ...next, value: next.value.slice(value.length) };
  });
  return { ...node, children };
}
