import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { quote } from "../diagnostics/quote.ts";
import { alignOffsets, markdownEscape } from "./alignment.ts";
import { report, type StoryContext } from "./context.ts";
import { rangeOfNode } from "./markdown.ts";
import { decodedFrom, type Passage } from "./passage.ts";

/** What Markdown leaves as text where a footnote, a link's definition or its address can't be read. */
const leftovers = /\[\^([^\]\s]+)\]|\]\[([^\]]+)\]|\]\([^)]*\)/g;

/** Reports footnotes and links that are not whole, and footnotes that nothing refers to. */
export function checkReferences(root: Root, passage: Passage, context: StoryContext): void {
  const used = new Set<string>();
  visit(root, "footnoteReference", (node) => void used.add(node.identifier));
  visit(root, (node) => {
    if (node.type === "footnoteDefinition" && !used.has(node.identifier)) {
      const mark = `[^${node.label ?? node.identifier}]`;
      const { start } = rangeOfNode(node);
      const message = `Nothing refers to the footnote ${quote(mark)}, so nobody would see it`;
      const hint = `put ${mark} where it belongs, or take it out`;
      report(context, passage, { rule: "story/link", start, end: start + mark.length, message, hint });
    }
    if (node.type !== "text") return;
    const { start } = rangeOfNode(node);
    const offsets = alignOffsets(node.value, passage.text, start, markdownEscape);
    const text = decodedFrom(passage, node.value, offsets);
    for (const { 0: written, 1: footnote, 2: definition, index } of node.value.matchAll(leftovers)) {
      // An escaped bracket is meant as a bracket.
      if (passage.text[offsets[index] ?? 0] === "\\") continue;
      const range = { start: index, end: index + written.length };
      report(context, text, { rule: "story/link", ...range, ...explain(written, footnote, definition) });
    }
  });
}

function explain(written: string, footnote?: string, definition?: string): { message: string; hint: string } {
  if (footnote !== undefined) {
    const hint = `add a paragraph "${written}: …", or write \\[ for a plain bracket`;
    return { message: `There is no footnote ${quote(footnote)}`, hint };
  }
  if (definition !== undefined) {
    const hint = `add a line "[${definition}]: https://…", or write \\] for a plain bracket`;
    return { message: `There is no address for the link ${quote(definition)}`, hint };
  }
  const hint = "an address holds no spaces: write %20 for one, or \\] for a plain bracket";
  return { message: `The address of this link can't be read: ${quote(written.slice(2, -1))}`, hint };
}
