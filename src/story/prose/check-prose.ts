import type { Link, Nodes, Root, Text } from "mdast";
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
import { isSlip } from "./slips.ts";

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
  for (const found of findNumbers(node.value)) {
    const written = node.value.slice(found.start, found.end);
    report(context, text, {
      ...judgeNumber(found, written, known, context),
      start: found.start,
      end: found.end,
    });
  }
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

/** Smaller counts turn up in any sentence ("5 days"), so only these are sure to mean the figure. */
const leastEqual = 11;

/** An error where a number is a figure or a slip of one, a warning otherwise. */
function judgeNumber(
  { values, form }: FoundNumber,
  written: string,
  known: KnownCounts,
  { locale }: StoryContext,
) {
  const rule = "story/number" as const;
  const isCount = form === "count" || form === "year";
  const equal = isCount ? values.find((value) => value >= leastEqual && known.has(value)) : undefined;
  if (equal !== undefined) {
    const ways = known.get(equal)?.map((expression) => `:n[${expression}]`) ?? [];
    const message = `${quote(written)} is in the data: bind it`;
    return { rule, message, hint: `write ${ways.join(" or ")}` };
  }
  const meant =
    form === "count"
      ? [...known.keys()].find((count) => values.some((value) => isSlip(value, count)))
      : undefined;
  if (meant !== undefined) {
    const way = known.get(meant)?.[0];
    const message = `${quote(written)} is not in the data, but ${formatCount(meant, locale)} is`;
    const hint = `did you mean ${formatCount(meant, locale)}? Write :n[${way}], or vouch for it with :cite[…]{source="…"}`;
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

function bindOrVouch(form: FoundNumber["form"], written: string): string {
  const bind = form === "share" ? ":pct[…]" : ":n[…]";
  return `bind it with ${bind}, or vouch for it: :cite[${written}]{source="…"}`;
}
