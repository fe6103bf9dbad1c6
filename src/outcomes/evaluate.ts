import { figuresIn } from "./expression.ts";
import {
  attempt,
  type ComparisonOperator,
  type Expression,
  ExpressionError,
  type Node,
  operandsOf,
  type Problem,
  typeOf,
} from "./expression-types.ts";
import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  magnitude,
  multiply,
  negate,
  subtract,
} from "./fraction.ts";
import type { FigureTree } from "./types.ts";
import { unknownFigure } from "./unknown-figure.ts";

/** A side of a comparison: an expression, and what it comes to. */
export type Side = Expression & { readonly value: Fraction };

/** One comparison of a claim, worked out. `between` makes two of it: `>=` and `<=`. */
export interface Comparison {
  readonly left: Side;
  readonly operator: ComparisonOperator | "about";
  readonly right: Side;
  readonly holds: boolean;
}

/** The figures that an expression names and the tree does not have, each with the nearest that it has. */
export function checkFigures({ node }: Expression, tree: FigureTree): Problem[] {
  if (node.type === "figure") return tree.figures.has(node.id) ? [] : [unknown(node, node.id, tree).problem];
  return operandsOf(node).flatMap((operand) => checkFigures({ source: "", node: operand }, tree));
}

/** The number that an expression comes to, exactly; or why it comes to none. */
export function evaluateNumber(
  { node }: Expression,
  tree: FigureTree,
): { readonly value: Fraction } | { readonly problem: Problem } {
  return attempt(() => {
    if (typeOf(node) !== "number") throw new ExpressionError(node, "This is a comparison, not a number");
    return { value: valueOf(node, tree) };
  });
}

/** Whether a claim is true, with all its comparisons from left to right; or why that can't be told. */
export function evaluateClaim(
  expression: Expression,
  tree: FigureTree,
): { readonly holds: boolean; readonly comparisons: readonly Comparison[] } | { readonly problem: Problem } {
  const { node, source } = expression;
  return attempt(() => {
    if (typeOf(node) !== "truth") {
      throw new ExpressionError(node, "A claim must compare something", 'as in "charged / reports < 1/6"');
    }
    if (figuresIn(expression).length === 0) {
      throw new ExpressionError(
        node,
        "A claim must name a figure: this one is true or false whatever the data says",
        'as in "charged / reports < 1/6"',
      );
    }
    return judge(node, source, tree);
  });
}

function judge(node: Node, source: string, tree: FigureTree): { holds: boolean; comparisons: Comparison[] } {
  const sideOf = (node: Node): Side => {
    return { source: source.slice(node.start, node.end), node, value: valueOf(node, tree) };
  };
  const compare = (one: Node, operator: Comparison["operator"], other: Node): Comparison => {
    const [left, right] = [sideOf(one), sideOf(other)];
    return { left, operator, right, holds: holds(left.value, operator, right.value) };
  };
  switch (node.type) {
    case "comparison":
      return conclude([compare(node.left, node.operator, node.right)]);
    case "about":
      return conclude([compare(node.left, "about", node.right)]);
    case "between":
      return conclude([compare(node.operand, ">=", node.low), compare(node.operand, "<=", node.high)]);
    case "not": {
      const inner = judge(node.operand, source, tree);
      return { holds: !inner.holds, comparisons: inner.comparisons };
    }
    case "logic": {
      // Both sides are always worked out: the ledger shows them, and a division by zero must not hide.
      const [left, right] = [judge(node.left, source, tree), judge(node.right, source, tree)];
      const both = node.operator === "and" ? left.holds && right.holds : left.holds || right.holds;
      return { holds: both, comparisons: [...left.comparisons, ...right.comparisons] };
    }
    default:
      throw new ExpressionError(node, "This is a number, not a comparison");
  }
}

function conclude(comparisons: Comparison[]): { holds: boolean; comparisons: Comparison[] } {
  return { holds: comparisons.every((comparison) => comparison.holds), comparisons };
}

/** "About" is within 5 % of the right side. */
const tolerance = fraction(5, 100);

function holds(left: Fraction, operator: Comparison["operator"], right: Fraction): boolean {
  const order = compareFractions(left, right);
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "about":
      return compareFractions(magnitude(subtract(left, right)), multiply(tolerance, magnitude(right))) <= 0;
  }
}

function valueOf(node: Node, tree: FigureTree): Fraction {
  switch (node.type) {
    case "number":
      return node.value;
    case "figure": {
      const figure = tree.figures.get(node.id);
      if (figure === undefined) throw unknown(node, node.id, tree);
      return fraction(figure.count);
    }
    case "negation":
      return negate(valueOf(node.operand, tree));
    case "arithmetic":
      return calculate(node, valueOf(node.left, tree), valueOf(node.right, tree));
    default:
      throw new ExpressionError(node, "This is a comparison, not a number");
  }
}

function calculate(node: Node & { type: "arithmetic" }, left: Fraction, right: Fraction): Fraction {
  switch (node.operator) {
    case "+":
      return add(left, right);
    case "-":
      return subtract(left, right);
    case "*":
      return multiply(left, right);
    case "/":
      if (right.numerator === 0n)
        throw new ExpressionError(
          node.right,
          "This comes to 0, and nothing divides by 0",
          "divide by another figure",
        );
      return divide(left, right);
  }
}

function unknown(node: Node, id: string, tree: FigureTree): ExpressionError {
  const { message, hint } = unknownFigure(id, tree);
  return new ExpressionError(node, message, hint, "story/unknown-figure");
}
