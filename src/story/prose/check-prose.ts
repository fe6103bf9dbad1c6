import type { Image, ImageReference, Link, Nodes, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { quote } from "../../diagnostics/quote.ts";
import { formatCount } from "../../outcomes/counts.ts";
import { alignOffsets, markdownEscape } from "../alignment.ts";
import { report, type StoryContext } from "../context.ts";
import { rangeOfNode } from "../markdown.ts";
import { decodedFrom, type Passage } from "../passage.ts";
import type { Binding } from "../types.ts";
import { findComparisons } from "./comparisons.ts";
import type { FoundNumber } from "./number-words.ts";
import { findNumbers } from "./numbers.ts";
import { meantBySlip } from "./slips.ts";

/** What a number in the prose may have been meant for: a count, and the ways to bind it. */
export type KnownCounts = ReadonlyMap<number, readonly string[]>;

/** The counts of all figures, and of the sums that the story binds somewhere. */
export function knownCounts({ tree }: StoryContext, bindings: readonly Binding[]): KnownCounts {
  const known = new Map<number, string[]>();
  const add = (count: number, expression: string) => {
    const ways = known.get(count) ?? [];
    if (!ways.includes(expression)) known.set(count, [...ways, expression]);
  };
  for (const { id, count } of tree?.figures.values() ?? []) add(count, id);
  for (const { kind, value, expression } of bindings) {
    if (kind === "n" && value !== null) add(value, expression);
  }
  return known;
}

/** Reports the numbers and comparisons in a text that nothing binds or vouches for. */
export function checkProse(root: Root, passage: Passage, known: KnownCounts, context: StoryContext): void {
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

function checkText(node: Text, passage: Passage, known: KnownCounts, context: StoryContext): void {
  const { start } = rangeOfNode(node);
  const text = decodedFrom(
    passage,
    node.value,
    alignOffsets(node.value, passage.text, start, markdownEscape),
  );
  checkNumbers(text, known, context);
  for (const { start, end } of findComparisons(node.value)) {
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
  known: KnownCounts,
  context: StoryContext,
): void {
  const { start } = rangeOfNode(node);
  const alt = node.alt ?? "";
  const offsets = alignOffsets(alt, passage.text, start + "![".length, markdownEscape);
  const hint = "a picture's words hold no directives: give the number in the text beside it";
  checkNumbers(decodedFrom(passage, alt, offsets), known, context, hint);
}

function checkNumbers(text: Passage, known: KnownCounts, context: StoryContext, hint?: string): void {
  for (const found of findNumbers(text.text)) {
    const { start, end } = found;
    const problem = judgeNumber(found, text.text.slice(start, end), known, context);
    report(context, text, { ...problem, hint: hint ?? problem.hint, start, end });
  }
}

/** Whether a number can be one of the figures: none is a percentage, nor the years of an age, unless it counts years. */
function canBeFigure({ form, measure }: FoundNumber, { tree }: StoryContext): boolean {
  if (form !== "measure") return form === "count" || form === "year" || form === "money";
  const figures = [...(tree?.figures.values() ?? [])];
  return figures.some(({ unit }) => unit.toLowerCase() === measure);
}

/** An error where a number is a figure or a slip of one, a warning otherwise. */
function judgeNumber(found: FoundNumber, written: string, known: KnownCounts, context: StoryContext) {
  const rule = "story/number" as const;
  const { values, form } = found;
  const isCount = canBeFigure(found, context);
  const equal = isCount ? values.find((value) => known.has(value)) : undefined;
  if (equal !== undefined) {
    const ways = known.get(equal)?.map((expression) => `:n[${expression}]`) ?? [];
    const message = `${quote(written)} is in the data: bind it`;
    return { rule, message, hint: `write ${ways.join(" or ")}` };
  }
  const meant =
    isCount && form !== "year" && form !== "money" ? findMeant(values, written, known) : undefined;
  if (meant !== undefined) {
    const way = known.get(meant)?.[0];
    const message = `${quote(written)} is not in the data, but ${formatCount(meant, context.locale)} is`;
    const hint = `did you mean ${formatCount(meant, context.locale)}? Write :n[${way}], or vouch for it with :cite[…]{source="…"}`;
    return { rule, message, hint };
  }
  return {
    rule,
    severity: "warning" as const,
    message: `Nothing in the data backs the number ${quote(written)}`,
    hint:
      form === "phone"
        ? `make it a link: [${written}](tel:${written.replace(/[^\d+]/g, "")})`
        : bindOrVouch(form, written),
  };
}

/** The figure that a number is a slip of. Words under a hundred have no digits to slip on. */
function findMeant(values: readonly number[], written: string, known: KnownCounts): number | undefined {
  const typed = values.filter((value) => /\d/.test(written) || value >= 100);
  return typed.flatMap(meantBySlip).find((count) => known.has(count));
}

function bindOrVouch(form: FoundNumber["form"], written: string): string {
  const bind = form === "share" ? ":pct[…]" : ":n[…]";
  return `bind it with ${bind}, or vouch for it: :cite[${written}]{source="…"}`;
}
