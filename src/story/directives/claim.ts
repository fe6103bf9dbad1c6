import type { Element, ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { operators } from "../../language/en-GB/operators.ts";
import type { Language } from "../../language/types.ts";
import { checkFigures, type Comparison, evaluateClaim, type Side } from "../../outcomes/evaluate.ts";
import { figuresIn, parseExpression } from "../../outcomes/expression.ts";
import { formatDecimal, type Fraction, magnitude, subtract } from "../../outcomes/fraction.ts";
import { type Attribute, readAttributes, required } from "../attributes.ts";
import { type Bound, linkToReceipt, recordBinding } from "../binding.ts";
import { labelRange } from "../label.ts";
import { rangeOfNode } from "../markdown.ts";
import { plainText } from "../plain-text.ts";
import { reportAt, type Scope } from "../scope.ts";
import { reportProblems } from "../sum.ts";

/** `:claim[fewer than one in six]{that="charged / reports < 1/6"}`: words whose truth is checked. */
export function renderClaim(
  directive: TextDirective,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  const attributes = readAttributes(directive, ["that"], scope);
  const that = required(attributes, "that", directive, 'say what is claimed: {that="charged < 300"}', scope);
  const judged = that && judge(that, directive, scope);
  if (!labelRange(directive, "the words of the claim", scope) || !judged) return [];
  const bound = { kind: "claim" as const, text: plainText(children), ...judged };
  recordBinding(directive, scope, bound);
  const link = linkToReceipt(bound, children);
  const { className, dataOf } = link.properties;
  const words: Element = { ...link, tagName: "span", properties: { className, dataOf } };
  if (!scope.linked) return [words];
  // What opens or leads elsewhere can't stand inside a link: then a mark behind the claim is the link.
  return children.some(holdsControl) ? [words, markOf(bound, scope.context.language)] : [link];
}

/** A dagger, as of a footnote, that leads to a claim's receipt. */
function markOf(bound: Bound, { receipts }: Language): Element {
  const name = receipts.nameOf({ text: bound.text });
  const { properties, ...link } = linkToReceipt(bound, [{ type: "text", value: "†" }]);
  const named = { ...link, properties: { ...properties, ariaLabel: name } };
  return { type: "element", tagName: "sup", properties: {}, children: [named] };
}

/** Whether there is something in it to click, numbers aside. */
function holdsControl(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  const isNumber = node.properties.dataOf !== undefined;
  return (!isNumber && ["a", "button"].includes(node.tagName)) || node.children.some(holdsControl);
}

function judge(that: Attribute, directive: TextDirective, scope: Scope) {
  const { tree } = scope.context;
  const parsed = parseExpression(that.value);
  if ("problem" in parsed) return reportProblems([parsed.problem], that.value, directive, scope);
  if (tree === null) return null;
  const unknown = checkFigures(parsed.expression, tree);
  if (unknown.length > 0) return reportProblems(unknown, that.value, directive, scope);
  const result = evaluateClaim(parsed.expression, tree);
  if ("problem" in result) return reportProblems([result.problem], that.value, directive, scope);
  if (!result.holds) {
    const message = `This claim is false: ${explain(result.comparisons)}`;
    reportAt(scope, rangeOfNode(directive), {
      rule: "story/false-claim",
      message,
      hint: "change the words and what they claim",
    });
    return null;
  }
  return {
    expression: parsed.expression,
    figures: figuresIn(parsed.expression),
    comparisons: result.comparisons,
  };
}

/**
 * What the two sides of each comparison that fails came to; of all, where a "not" makes the claim false.
 * Messages are in English, whatever the story's language.
 */
function explain(comparisons: readonly Comparison[]): string {
  const failing = comparisons.filter(({ holds }) => !holds);
  return (failing.length > 0 ? failing : comparisons)
    .map(({ left, operator, right, holds }) => {
      const comesTo = `${left.source} comes to ${formatDecimal(left.value)}`;
      const apart = subtract(left.value, right.value);
      const difference = apart.numerator === 0n ? "" : `; they are ${formatDistance(magnitude(apart))} apart`;
      return `${comesTo}, which is ${holds ? "" : "not "}${operators[operator]} ${describeSide(right)}${difference}`;
    })
    .join("; ");
}

/** How far apart two sides are that are not the same: a hair is not nothing. */
function formatDistance(distance: Fraction): string {
  const decimal = formatDecimal(distance);
  return decimal === "0.0000…" ? "less than 0.0001" : decimal;
}

/** A side as written with what it comes to: `1/6 (0.1666…)`, or just `300`. */
function describeSide({ source, value }: Side): string {
  const number = formatDecimal(value);
  return source === number ? source : `${source} (${number})`;
}
