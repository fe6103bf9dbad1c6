import type { ArithmeticOperator, ComparisonOperator, Node } from "./expression-types.ts";

/** What stands between the figures and numbers of an expression. */
export type Sign =
  ArithmeticOperator | ComparisonOperator | "(" | ")" | "," | "and" | "or" | "not" | "about" | "between";

/** A piece of an expression that is written out. A sign's `text` has the spaces around it: `" + "`, `"("`, `", "`. */
export type Written =
  | { readonly type: "figure"; readonly id: string }
  | { readonly type: "number"; readonly text: string }
  | { readonly type: "sign"; readonly sign: Sign; readonly text: string };

/**
 * Writes an expression out from its tree, with no parentheses but those that it needs: however it was spaced, it comes
 * out the same.
 */
export function writeOut(node: Node): Written[] {
  switch (node.type) {
    case "figure":
      return [{ type: "figure", id: node.id }];
    case "number":
      return [{ type: "number", text: node.text }];
    case "negation":
      return [sign("-"), ...writeOperand(node.operand, tightest)];
    case "not":
      return [sign("not", "not "), ...writeOperand(node.operand, tightnessOf(node))];
    case "about":
      return writeCall("about", [node.left, node.right]);
    case "between":
      return writeCall("between", [node.operand, node.low, node.high]);
    default: {
      const tightness = tightnessOf(node);
      // a - (b + c) is not a - b + c.
      const regroups = node.operator === "-" || node.operator === "/";
      return [
        ...writeOperand(node.left, tightness),
        sign(node.operator, ` ${node.operator} `),
        ...writeOperand(node.right, regroups ? tightness + 1 : tightness),
      ];
    }
  }
}

/** The same as text, with something in place of the ids of figures: `290 / (1841 - 363)`. */
export function writeText(node: Node, nameOf: (id: string) => string): string {
  return writeOut(node)
    .map((piece) => (piece.type === "figure" ? nameOf(piece.id) : piece.text))
    .join("");
}

function sign(name: Sign, text: string = name): Written {
  return { type: "sign", sign: name, text };
}

function writeCall(name: "about" | "between", operands: readonly Node[]): Written[] {
  const [first, ...others] = operands.map(writeOut);
  const list = [...first, ...others.flatMap((written) => [sign(",", ", "), ...written])];
  return [sign(name), sign("("), ...list, sign(")")];
}

/** An operand, in parentheses where what stands beside it would take it apart. */
function writeOperand(node: Node, tightness: number): Written[] {
  return tightnessOf(node) < tightness ? [sign("("), ...writeOut(node), sign(")")] : writeOut(node);
}

const tightest = 6;

/** How tightly a node holds together, in the parser's order from loosest to tightest. */
function tightnessOf(node: Node): number {
  switch (node.type) {
    case "logic":
      return node.operator === "or" ? 0 : 1;
    case "comparison":
    case "not":
      return 2;
    case "arithmetic":
      return node.operator === "+" || node.operator === "-" ? 3 : 4;
    case "negation":
      return 5;
    default:
      return tightest;
  }
}
