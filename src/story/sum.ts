import type { TextDirective } from "mdast-util-directive";
import { quote } from "../diagnostics/quote.ts";
import { checkFigures, evaluateNumber } from "../outcomes/evaluate.ts";
import type { Expression, Problem } from "../outcomes/expression-types.ts";
import { figuresIn, parseSum } from "../outcomes/expression.ts";
import { formatDecimal, type Fraction } from "../outcomes/fraction.ts";
import { countedFigures } from "./counted.ts";
import type { Range } from "./directive-parts.ts";
import { rangeOfNode } from "./markdown.ts";
import { reportAt, type Scope } from "./scope.ts";

/** A figure, or a sum of figures, as a directive names it. */
export interface Sum {
  readonly expression: Expression;
  /** Whole, and 0 or more. */
  readonly value: Fraction;
  /** The figures that it names. */
  readonly named: readonly string[];
  /** Those whose dots it counts: see `countedFigures`. */
  readonly figures: readonly string[];
}

/**
 * The sum that stands at a range of the passage, worked out.
 * Null, and reported, where it can't be read, names a figure that isn't there, or comes to less than nothing.
 * Null where the story's figures can't be read.
 */
export function readSum(range: Range, directive: TextDirective, scope: Scope): Sum | null {
  const source = scope.passage.text.slice(range.start, range.end).trim();
  const parsed = parseSum(source);
  if ("problem" in parsed) return reportProblems([parsed.problem], source, directive, scope);
  const { tree } = scope.context;
  if (tree === null) return null;
  const unknown = checkFigures(parsed.expression, tree);
  if (unknown.length > 0) return reportProblems(unknown, source, directive, scope);
  const result = evaluateNumber(parsed.expression, tree);
  if ("problem" in result) return reportProblems([result.problem], source, directive, scope);
  if (result.value.numerator < 0n) return reportNegative(parsed.expression, result.value, directive, scope);
  return {
    expression: parsed.expression,
    value: result.value,
    named: figuresIn(parsed.expression),
    figures: countedFigures(parsed.expression, tree),
  };
}

/** Reports the problems of an expression at the directive that holds it: what is wrong there, the message says. */
export function reportProblems(
  problems: readonly Problem[],
  source: string,
  directive: TextDirective,
  scope: Scope,
): null {
  for (const { rule, start, end, message, hint } of problems) {
    const part = quote(source.slice(start, end));
    const isNamed = start === end || (start === 0 && end === source.length) || message.includes(part);
    const named = isNamed ? message : `${message}: ${part}`;
    reportAt(scope, rangeOfNode(directive), { rule, message: named, hint });
  }
  return null;
}

function reportNegative(
  { source }: Expression,
  value: Fraction,
  directive: TextDirective,
  scope: Scope,
): null {
  const message = `"${source}" comes to ${formatDecimal(value)}, and a count can't be less than 0`;
  reportAt(scope, rangeOfNode(directive), { rule: "story/expression", message, hint: "swap the two sides" });
  return null;
}
