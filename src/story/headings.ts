import type { Heading, Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";

/**
 * Sets the levels of a story's headings below those of the page: in the text from h2 down, inside scenes and
 * other boxes from h3 down, whatever levels the writer begins with, and without gaps. Changes the tree.
 */
export function levelHeadings(root: Root): void {
  const prose: Heading[] = [];
  const boxed: Heading[] = [];
  for (const block of root.children) {
    const list = block.type === "containerDirective" ? boxed : prose;
    visit(block as Nodes, "heading", (heading) => void list.push(heading));
  }
  level(prose, 2);
  level(boxed, 3);
}

function level(headings: readonly Heading[], top: number): void {
  const used = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  for (const heading of headings) {
    heading.depth = Math.min(top + used.indexOf(heading.depth), 6) as Heading["depth"];
  }
}
