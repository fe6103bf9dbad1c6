import type { Root } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import { type StoryContext, report } from "./context.ts";
import {
  containerNames,
  formOf,
  inlineNames,
  isContainerName,
  isInlineName,
  isLeafName,
  leafNames,
} from "./directives/names.ts";
import type { Opening } from "./fences.ts";
import { rangeOfNode } from "./markdown.ts";
import type { Passage } from "./passage.ts";

/** Reports block directives that are unknown or of the wrong form. */
export function checkNames(root: Root, passage: Passage, context: StoryContext): void {
  visit(root, (node) => {
    if (node.type !== "leafDirective" && node.type !== "containerDirective") return;
    const problem = nameProblem(node);
    const { start, end } = node.data?.parts?.nameRange ?? rangeOfNode(node);
    if (problem) report(context, passage, { rule: "story/directive", start, end, ...problem });
  });
}

/** Reports block directives that are not at the top of the text. */
export function checkPlaces(root: Root, passage: Passage, context: StoryContext): void {
  visit(root, (node, _, parent) => {
    if (node.type !== "leafDirective" && node.type !== "containerDirective") return;
    if (parent === root || nameProblem(node)) return;
    const { start, end } = node.data?.parts?.nameRange ?? rangeOfNode(node);
    report(context, passage, {
      rule: "story/directive",
      start,
      end,
      message: `"${node.name}" can't stand inside another block`,
      hint: "let it start at the left edge, outside lists, quotations and other directives",
    });
  });
}

/** Reports lines that look like block directives, but that the Markdown parser doesn't read as such. */
export function checkOpenings(
  openings: readonly Opening[],
  root: Root,
  passage: Passage,
  context: StoryContext,
): void {
  const read = new Set<number>();
  visit(root, (node) => {
    if (node.type === "leafDirective" || node.type === "containerDirective")
      read.add(rangeOfNode(node).start);
  });
  for (const { start, end, name } of openings) {
    if (read.has(start)) continue;
    const message = `This line can't be read as the directive ${quote(name)}`;
    const hint =
      "no spaces before the name, the brackets or the braces, nothing after them, and all of them closed";
    report(context, passage, { rule: "story/directive", start, end, message, hint });
  }
}

function nameProblem({
  type,
  name,
}: LeafDirective | ContainerDirective): { message: string; hint: string } | null {
  if (type === "leafDirective" ? isLeafName(name) : isContainerName(name)) return null;
  const form = formOf(name);
  if (form) return { message: `"${name}" is written with other colons`, hint: `write ${form}` };
  const near = nearest(name, [...leafNames, ...containerNames, ...inlineNames]);
  const all = [...leafNames, ...containerNames].map(formOf).join(", ");
  return {
    message: `There is no directive ${quote(name)}`,
    hint: near ? `did you mean "${near}"? (it is written ${formOf(near)})` : `there are ${all}`,
  };
}

/** Reports raw HTML. */
export function checkHtml(root: Root, passage: Passage, context: StoryContext): void {
  visit(root, "html", (node) => {
    const hint = node.value.startsWith("<!--")
      ? "take the comment out: it would be lost"
      : "write it in Markdown; for a plain < write \\<";
    report(context, passage, {
      rule: "story/html",
      ...rangeOfNode(node),
      message: `Raw HTML is not taken: ${quote(node.value)}`,
      hint,
    });
  });
}

/** Reports what is left of inline directives that aren't whole. */
export function checkLeftovers(root: Root, passage: Passage, context: StoryContext): void {
  visit(root, (node, index, parent) => {
    if (node.type === "image" || node.type === "imageReference") {
      checkAlternative(rangeOfNode(node), passage, context);
    }
    if (node.type !== "text" || !parent || index === undefined) return;
    const { start, end } = rangeOfNode(node);
    checkColons({ start, end }, passage, context);
    const previous = parent.children[index - 1];
    if (previous?.type === "textDirective" && /^[{[]/.test(node.value)) {
      const message = `What follows "${previous.name}" can't be read as its attributes`;
      const hint = /^\{[^}]*[“”]/.test(node.value)
        ? 'put the values in straight quotation marks, "…", not in “…”'
        : "close the braces and every quotation mark in them; values with spaces or signs need quotation marks";
      report(context, passage, { rule: "story/attribute", start, end: start + 1, message, hint });
    }
  });
}

/** Reports directives with two colons or more inside a sentence, where they would be read out as they are written. */
function checkColons(
  { start, end }: { start: number; end: number },
  passage: Passage,
  context: StoryContext,
): void {
  for (const { 0: written, 1: name, index } of passage.text.slice(start, end).matchAll(doubledColons)) {
    const at = start + index;
    // At the start of a line it is told as a line.
    if (/(?:^|\n) {0,3}$/.test(passage.text.slice(Math.max(0, at - 4), at))) continue;
    const isInline = isInlineName(name);
    report(context, passage, {
      rule: "story/directive",
      start: at,
      end: at + written.length,
      message: isInline
        ? `"${name}" is written with other colons`
        : `"${name}" can't stand inside a sentence`,
      hint: isInline ? `write ${formOf(name)}` : `put it on a line of its own: ${formOf(name)}`,
    });
  }
}

function checkAlternative(
  { start, end }: { start: number; end: number },
  passage: Passage,
  context: StoryContext,
): void {
  const found = directiveStart.exec(passage.text.slice(start, end));
  if (!found) return;
  const message = "No directives can stand in the alternative text of an image";
  const at = start + found.index;
  report(context, passage, {
    rule: "story/directive",
    start: at,
    end: at + found[0].length,
    message,
    hint: "write it out",
  });
}

const directiveStart = new RegExp(`:(${inlineNames.join("|")})[[{]`);

const doubledColons = new RegExp(
  `(?<![:\\\\]):{2,}(${[...inlineNames, ...leafNames, ...containerNames].join("|")})(?=[[{])`,
  "g",
);
