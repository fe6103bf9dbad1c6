import type { Image, ImageReference, Link, Nodes, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { quote } from "../../diagnostics/quote.ts";
import type { FoundComparison } from "../../language/prose-rules.ts";
import { alignOffsets, markdownEscape } from "../alignment.ts";
import { report, type StoryContext } from "../context.ts";
import { rangeOfNode } from "../markdown.ts";
import { decodedFrom, type Passage } from "../passage.ts";
import { judgeNumber } from "./judge-number.ts";
import type { KnownFigures } from "./known-figures.ts";
import { separateFigures } from "./separate-figures.ts";

/** Reports the numbers and comparisons in a text that nothing binds or vouches for. */
export function checkProse(root: Root, passage: Passage, known: KnownFigures, context: StoryContext): void {
  visit(root, (node) => {
    if (isVouchedFor(node)) return SKIP;
    if (node.type === "text") checkText(node, passage, known, context);
    if (node.type === "image" || node.type === "imageReference") {
      checkAlternative(node, passage, known, context);
    }
    return undefined;
  });
}

/** Directives that stand for numbers, and links whose text is an address or a phone number. */
function isVouchedFor(node: Nodes): boolean {
  if (node.type === "textDirective") return node.name !== "term";
  return node.type === "link" && (/^(?:tel|mailto):/i.test(node.url) || isAutolink(node));
}

function isAutolink({ url, children }: Link): boolean {
  const [only, ...more] = children;
  return (
    only?.type === "text" &&
    more.length === 0 &&
    url.replace(/^https?:\/\//, "").endsWith(only.value.replace(/^https?:\/\//, ""))
  );
}

function checkText(node: Text, passage: Passage, known: KnownFigures, context: StoryContext): void {
  const { start } = rangeOfNode(node);
  const text = decodedFrom(
    passage,
    node.value,
    alignOffsets(node.value, passage.text, start, markdownEscape),
  );
  const comparisons = context.language.prose.findComparisons(node.value);
  checkNumbers(text, known, context, { comparisons });
  for (const { start, end } of comparisons) {
    report(context, text, {
      rule: "story/comparison",
      severity: "warning",
      start,
      end,
      message: `Nothing checks the comparison ${quote(node.value.slice(start, end))}`,
      hint: 'let the build check it with :claim[…]{that="…"}, or write :ratio[…] or :pct[…]',
    });
  }
}

/** The words for a picture hold no directives: what is to be bound must be said elsewhere. */
function checkAlternative(
  node: Image | ImageReference,
  passage: Passage,
  known: KnownFigures,
  context: StoryContext,
): void {
  const { start } = rangeOfNode(node);
  const alt = node.alt ?? "";
  const offsets = alignOffsets(alt, passage.text, start + "![".length, markdownEscape);
  const hint = "a picture's words hold no directives: give the number in the text beside it";
  checkNumbers(decodedFrom(passage, alt, offsets), known, context, { hint });
}

function checkNumbers(
  text: Passage,
  known: KnownFigures,
  context: StoryContext,
  { hint, comparisons = [] }: { readonly hint?: string; readonly comparisons?: readonly FoundComparison[] },
): void {
  const found = context.language.prose
    .findNumbers(text.text)
    .flatMap((each) => separateFigures(each, text.text, known, context.language));
  for (const number of found) {
    const { start, end } = number;
    // "1 in 5" is one thing that nothing checks, and is told as a comparison.
    const isCompared = comparisons.some((each) => each.start <= start && end <= each.end);
    const problem = judgeNumber(number, text.text, known, context.language, { isCompared });
    if (problem.severity === "warning" && isCompared) continue;
    report(context, text, { ...problem, hint: hint ?? problem.hint, start, end });
  }
}
