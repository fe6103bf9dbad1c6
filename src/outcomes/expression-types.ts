import type { Fraction } from "./fraction.ts";

/** What is wrong with an expression; `start` and `end` are offsets in its source. */
export interface Problem {
  readonly rule: "story/expression" | "story/unknown-figure";
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** A number, or the truth of a comparison. The two are never mixed. */
export type ValueType = "number" | "truth";

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "==" | "!=";

/** A part of an expression; `start` and `end` are offsets in its source, its parentheses included. */
export type Node = { readonly start: number; readonly end: number } & (
  | { readonly type: "figure"; readonly id: string }
  /** `text`: its digits, as written. */
  | { readonly type: "number"; readonly text: string; readonly value: Fraction }
  | { readonly type: "negation"; readonly operand: Node }
  | {
      readonly type: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly type: "comparison";
      readonly operator: ComparisonOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly type: "about"; readonly left: Node; readonly right: Node }
  | { readonly type: "between"; readonly operand: Node; readonly low: Node; readonly high: Node }
  | { readonly type: "logic"; readonly operator: "and" | "or"; readonly left: Node; readonly right: Node }
  | { readonly type: "not"; readonly operand: Node }
);

/** An expression that has been read, and whose types fit. */
export interface Expression {
  readonly source: string;
  readonly node: Node;
}

/** What an expression is made of, for those who wrote one that can't be read. */
export const ingredients =
  "use figures, numbers, + - * / ( ), < <= > >= == !=, and, or, not, about(a, b), between(x, low, high)";

/** Carries a problem out of the recursion; never leaves the modules of expressions. */
export class ExpressionError extends Error {
  readonly problem: Problem;

  constructor(
    { start, end }: { readonly start: number; readonly end: number },
    message: string,
    hint: string = ingredients,
    rule: Problem["rule"] = "story/expression",
  ) {
    super(message);
    this.problem = { rule, start, end, message, hint };
  }
}

/** The value of `work`, or the problem on which it stumbled. */
export function attempt<T extends object>(work: () => T): T | { readonly problem: Problem } {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: error.problem };
    throw error;
  }
}

/** The operands of a node, from left to right. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "figure":
    case "number":
      return [];
    case "negation":
    case "not":
      return [node.operand];
    case "between":
      return [node.operand, node.low, node.high];
    default:
      return [node.left, node.right];
  }
}

/** Whether a node is a number or a truth value. */
export function typeOf(node: Node): ValueType {
  switch (node.type) {
    case "figure":
    case "number":
    case "negation":
    case "arithmetic":
      return "number";
    default:
      return "truth";
  }
}
