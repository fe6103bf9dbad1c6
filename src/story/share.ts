import type { TextDirective } from "mdast-util-directive";
import { compareFractions, divide, fraction, type Fraction } from "../outcomes/fraction.ts";
import { figureExpression } from "../outcomes/expression.ts";
import type { Attributes } from "./attributes.ts";
import { rangeOfNode } from "./markdown.ts";
import { labelRange } from "./label.ts";
import { reportAt, type Scope } from "./scope.ts";
import { readSum, type Sum } from "./sum.ts";

/** A part of a whole, as `:pct` and `:ratio` name them. */
export interface Share {
  readonly part: Sum;
  readonly whole: Sum;
  /** From 0 to 1. */
  readonly value: Fraction;
}

/** The share that a directive stands for: its label, of its attribute `of`, or else of the label's parent. */
export function readShare(directive: TextDirective, attributes: Attributes, scope: Scope): Share | null {
  const range = labelRange(directive, "a figure", scope);
  const part = range && readSum(range, directive, scope);
  const of = attributes.get("of");
  const written = of && readSum(of.range, directive, scope);
  if (!range || !part) return null;
  const whole = of ? written : parentOf(part, directive, scope);
  if (!whole) return null;
  const problem = shareProblem(part, whole);
  if (problem === null) return { part, whole, value: divide(part.value, whole.value) };
  reportAt(scope, rangeOfNode(directive), { rule: "story/expression", ...problem });
  return null;
}

/** The one figure that all the figures that a sum names are parts of. */
function parentOf(part: Sum, directive: TextDirective, { context, ...scope }: Scope): Sum | null {
  const figures = context.tree?.figures;
  const parents = new Set(part.named.map((id) => figures?.get(id)?.parent ?? null));
  const [parent] = parents;
  const whole = parents.size === 1 && parent ? figures?.get(parent) : undefined;
  if (whole)
    return {
      expression: figureExpression(whole.id),
      value: fraction(whole.count),
      named: [whole.id],
      figures: [whole.id],
    };
  reportAt({ context, ...scope }, rangeOfNode(directive), {
    rule: "story/attribute",
    message: `"${part.expression.source}" is not part of one figure, so "${directive.name}" needs the attribute "of"`,
    hint: `say of what it is a share: :${directive.name}[${part.expression.source}]{of=…}`,
  });
  return null;
}

function shareProblem(part: Sum, whole: Sum): { message: string; hint: string } | null {
  if (whole.value.numerator === 0n) {
    return {
      message: `"${whole.expression.source}" is 0, and nothing is a share of 0`,
      hint: "name another whole",
    };
  }
  if (compareFractions(part.value, whole.value) <= 0) return null;
  return {
    message: `"${part.expression.source}" is more than "${whole.expression.source}", so it is no share of it`,
    hint: 'name a whole that holds it, as in "of=reports"',
  };
}
