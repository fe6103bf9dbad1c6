import { parseSource } from "./expression-parser.ts";
import {
  attempt,
  type Expression,
  ExpressionError,
  type Node,
  operandsOf,
  type Problem,
} from "./expression-types.ts";

/**
 * Reads an expression over figures: ids, numbers, `+ - * / ( )`, `< <= > >= == !=`, `and or not`,
 * `about(a, b)`, `between(x, low, high)`. Nothing else is understood, and nothing is looked up yet.
 * From loosest to tightest: or, and, not, comparisons, + -, * /, a sign. Comparisons cannot be chained.
 */
export function parseExpression(
  source: string,
): { readonly expression: Expression } | { readonly problem: Problem } {
  return attempt(() => ({ expression: { source, node: parseSource(source) } }));
}

/** Reads what `:n` takes: figures joined by `+` and `-`, with parentheses. */
export function parseSum(
  source: string,
): { readonly expression: Expression } | { readonly problem: Problem } {
  return attempt(() => {
    const node = parseSource(source);
    refuseAllButSums(node);
    return { expression: { source, node } };
  });
}

/** The expression that is one figure. */
export function figureExpression(id: string): Expression {
  return { source: id, node: { type: "figure", id, start: 0, end: id.length } };
}

/** The ids that an expression names, in the order of first mention. */
export function figuresIn({ node }: Expression): string[] {
  const collect = (part: Node): string[] =>
    part.type === "figure" ? [part.id] : operandsOf(part).flatMap(collect);
  return [...new Set(collect(node))];
}

function refuseAllButSums(node: Node): void {
  const isSum = node.type === "arithmetic" && (node.operator === "+" || node.operator === "-");
  if (node.type !== "figure" && !isSum) {
    throw new ExpressionError(
      node,
      "Only figures, added or taken away, can stand here",
      'as in "charged + warned"',
    );
  }
  operandsOf(node).forEach(refuseAllButSums);
}
