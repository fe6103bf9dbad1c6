import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "./expression.ts";
import type { Expression, Node } from "./expression-types.ts";
import { operandsOf } from "./expression-types.ts";
import { writeText } from "./expression-text.ts";

function read(source: string): Expression {
  const parsed = parseExpression(source);
  if ("problem" in parsed) throw new Error(`${source}: ${parsed.problem.message}`);
  return parsed.expression;
}

const write = (source: string) => writeText(read(source).node, (id) => id);

/** The tree without the places in its source. */
function shapeOf(node: Node): unknown {
  const shape: Record<string, unknown> = { type: node.type, operands: operandsOf(node).map(shapeOf) };
  if ("operator" in node) shape.operator = node.operator;
  if ("id" in node) shape.id = node.id;
  if ("text" in node) shape.text = node.text;
  return shape;
}

describe("an expression that is written out", () => {
  it.each([
    ["a+b", "a + b"],
    ["a-(b+c)", "a - (b + c)"],
    ["(a - b) + c", "a - b + c"],
    ["a / (b*c)", "a / (b * c)"],
    ["(a+b)*2", "(a + b) * 2"],
    ["-a + -(b+c)", "-a + -(b + c)"],
    ["((charged)) / reports<1/6", "charged / reports < 1 / 6"],
    ["about(a,b*2) and not(a==b)", "about(a, b * 2) and not a == b"],
    ["between( a , 1 , 2.50 )", "between(a, 1, 2.50)"],
    ["(a < 1 or b < 2) and c > 3", "(a < 1 or b < 2) and c > 3"],
  ])("%s becomes %s", (source, written) => {
    expect(write(source)).toBe(written);
  });

  const name = fc.constantFrom("a", "b", "c2");
  const leaf = fc.oneof(name, fc.constantFrom("0", "12", "0.5"));
  const number = fc.letrec<{ number: string }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 4 },
      leaf,
      tie("number").map((inner) => `-(${inner})`),
      fc
        .tuple(tie("number"), fc.constantFrom("+", "-", "*", "/"), tie("number"))
        .map(([left, operator, right]) => `(${left})${operator}(${right})`),
    ),
  })).number;
  const truth = fc.letrec<{ truth: string }>((tie) => ({
    truth: fc.oneof(
      { maxDepth: 3 },
      fc
        .tuple(number, fc.constantFrom("<", "<=", ">", ">=", "==", "!="), number)
        .map(([left, operator, right]) => `(${left})${operator}(${right})`),
      fc.tuple(number, number).map(([left, right]) => `about(${left},${right})`),
      tie("truth").map((inner) => `not(${inner})`),
      fc
        .tuple(tie("truth"), fc.constantFrom("and", "or"), tie("truth"))
        .map(([left, operator, right]) => `(${left})${operator}(${right})`),
    ),
  })).truth;

  it("means the same when it is read again, and is written the same again", () => {
    const isRegrouped = (source: string) => /[+*]\(|(?:and|or)\(/.test(source);
    fc.assert(
      fc.property(fc.oneof(number, truth), (source) => {
        const written = write(source);
        expect(write(written)).toBe(written);
        // a + (b + c) loses its parentheses, and with them the shape of its tree, but not what it comes to.
        if (!isRegrouped(source)) expect(shapeOf(read(written).node)).toEqual(shapeOf(read(source).node));
      }),
      { seed: 15, numRuns: 500 },
    );
  });
});
