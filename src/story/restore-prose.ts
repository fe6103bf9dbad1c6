import type { PhrasingContent, Root, Text } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import { editDistance } from "../diagnostics/nearest.ts";
import { report, type StoryContext } from "./context.ts";
import { formOf, inlineNames, isInlineName } from "./directives/names.ts";
import { rangeOfNode } from "./markdown.ts";
import type { Passage } from "./passage.ts";

/**
 * Puts back the text that remark-directive took for a directive (`10:30`, `Note:this`), and reports what is
 * nearly one of ours. Changes the tree, in which stretches of text then stand in one node each.
 */
export function restoreProse(root: Root, passage: Passage, context: StoryContext): void {
  visit(root, "textDirective", (node, index, parent) => {
    if (parent === undefined || index === undefined || isInlineName(node.name)) return undefined;
    const meant = nearName(node);
    if (meant !== null) reportNearly(node, meant, passage, context);
    // What is meant as a directive is no prose, so that nobody is told to bind the numbers in it.
    const inside = node.children.filter(({ type }) => type !== "text");
    parent.children.splice(index, 1, ...(meant === null ? asProse(node, passage.text) : inside));
    return index;
  });
  joinTexts(root);
}

/** The name that this one is within one edit of. A single letter is near to `n` only where brackets follow. */
function nearName(node: TextDirective): string | null {
  const { name } = node;
  const parts = node.data?.parts;
  const written = parts?.labelRange !== null || parts.attributes.length > 0;
  if (formOf(name) !== null) return written ? name : null;
  if (!/^[a-z]+$/i.test(name)) return null;
  return inlineNames.find((known) => editDistance(name, known) <= 1 && (known.length > 1 || written)) ?? null;
}

function reportNearly(node: TextDirective, meant: string, passage: Passage, context: StoryContext): void {
  const { start } = rangeOfNode(node);
  const message = isInlineName(meant)
    ? `There is no directive "${node.name}"`
    : `"${meant}" stands on a line of its own, with more colons`;
  const hint = isInlineName(meant)
    ? `did you mean "${meant}"? (for a plain colon, write "\\:")`
    : `write ${formOf(meant)}`;
  report(context, passage, {
    rule: "story/directive",
    start,
    end: start + node.name.length + 1,
    message,
    hint,
  });
}

/** A directive as the text that it was: what stands around its label as text, the label as it was read. */
function asProse(node: TextDirective, source: string): PhrasingContent[] {
  const { start, end } = rangeOfNode(node);
  const label = node.data?.parts?.labelRange;
  if (!label) return [textAt(node, source, start, end)];
  return [textAt(node, source, start, label.start), ...node.children, textAt(node, source, label.end, end)];
}

function textAt(node: TextDirective, source: string, start: number, end: number): Text {
  const line = node.position?.start.line ?? 1;
  const point = (offset: number) => ({ line, column: 1, offset });
  return {
    type: "text",
    value: source.slice(start, end),
    position: { start: point(start), end: point(end) },
  };
}

/** Joins texts that follow on one another, so that `10` and `:30` read as one again. */
function joinTexts(root: Root): void {
  visit(root, "text", (node, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1];
    if (index === undefined || next?.type !== "text" || !node.position || !next.position) return undefined;
    node.value += next.value;
    node.position.end = next.position.end;
    parent?.children.splice(index + 1, 1);
    return index;
  });
}
