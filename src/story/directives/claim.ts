import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { checkFigures, type Comparison, evaluateClaim } from "../../outcomes/evaluate.ts";
import { figuresIn, parseExpression } from "../../outcomes/expression.ts";
import { formatDecimal, type Fraction, toNumber } from "../../outcomes/fraction.ts";
import { type Attribute, readAttributes, required } from "../attributes.ts";
import { boundProperties, recordBinding } from "../binding.ts";
import { labelRange } from "../label.ts";
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
  const judged = that && judge(that, scope);
  if (!labelRange(directive, "the words of the claim", scope) || !judged) return [];
  const bound = { kind: "claim" as const, text: plainText(children), ...judged };
  recordBinding(directive, scope, bound);
  return [
    {
      type: "element",
      tagName: "span",
      properties: { className: ["claim"], ...boundProperties(bound) },
      children,
    },
  ];
}

function judge(that: Attribute, scope: Scope) {
  const { tree } = scope.context;
  const parsed = parseExpression(that.value);
  if ("problem" in parsed) return reportProblems([parsed.problem], that.range.start, scope);
  if (tree === null) return null;
  const unknown = checkFigures(parsed.expression, tree);
  if (unknown.length > 0) return reportProblems(unknown, that.range.start, scope);
  const result = evaluateClaim(parsed.expression, tree);
  if ("problem" in result) return reportProblems([result.problem], that.range.start, scope);
  if (!result.holds) {
    const message = `The data doesn't bear this claim out: ${result.comparisons.map(explain).join("; ")}`;
    reportAt(scope, that.range, {
      rule: "story/false-claim",
      message,
      hint: "change the words and the claim",
    });
    return null;
  }
  return {
    expression: that.value,
    figures: figuresIn(parsed.expression),
    sides: result.comparisons.map(({ left, operator, right }) => ({
      left: toNumber(left),
      operator,
      right: toNumber(right),
    })),
  };
}

function explain({ leftText, left, operator, rightText, right }: Comparison): string {
  return `${side(leftText, left)} ${operator} ${side(rightText, right)}`;
}

/** A side as written with what it comes to: `charged / reports (0.1575…)`, or just `300`. */
function side(text: string, value: Fraction): string {
  const number = formatDecimal(value);
  return text === number ? text : `${text} (${number})`;
}
