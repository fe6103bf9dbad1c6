import { quote } from "../diagnostics/quote.ts";
import { type Token, tokenize } from "./expression-tokens.ts";
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  ExpressionError,
  type Node,
  typeOf,
  type ValueType,
} from "./expression-types.ts";
import { fractionFromDecimal } from "./fraction.ts";

/** The tree of an expression whose types fit. Throws an ExpressionError. */
export function parseSource(source: string): Node {
  return new Parser(source).parse();
}

const deepestNesting = 50;

const precedences = new Map(
  [["or"], ["and"], ["<", "<=", ">", ">=", "==", "!="], ["+", "-"], ["*", "/"]].flatMap((operators, level) =>
    operators.map((operator) => [operator, level] as const),
  ),
);
const comparisonLevel = 2;
const tightestLevel = 5;

/** Precedence climbing over the tokens of one source. */
class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;
  private depth = 0;

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  parse(): Node {
    const node = this.parseOperators(0);
    if (this.token.type !== "end") throw this.unexpected("an operator");
    return node;
  }

  private get token(): Token {
    return this.tokens[this.next];
  }

  private take(text: string): boolean {
    const found = this.token.type !== "end" && this.token.text === text;
    if (found) this.next++;
    return found;
  }

  private parseOperators(loosest: number): Node {
    if (++this.depth > deepestNesting)
      throw new ExpressionError(this.token, "The expression is nested too deeply", "use fewer parentheses");
    let left = this.parseOperand();
    for (;;) {
      const operator = this.token;
      const level = precedences.get(operator.text);
      if (level === undefined || level < loosest) break;
      this.next++;
      left = join(operator, left, this.parseOperators(level + 1));
      if (level === comparisonLevel && precedences.get(this.token.text) === comparisonLevel) {
        throw new ExpressionError(
          this.token,
          "Comparisons cannot be chained",
          'join two with "and": 1 < x and x < 3',
        );
      }
    }
    this.depth--;
    return left;
  }

  private parseOperand(): Node {
    const token = this.token;
    const { start, end } = token;
    if (token.type === "end" || (token.type === "symbol" && token.text !== "(" && token.text !== "-")) {
      throw this.unexpected("a figure or a number");
    }
    this.next++;
    if (token.type === "number")
      return { type: "number", text: token.text, value: fractionFromDecimal(token.text), start, end };
    if (token.text === "(") {
      const node = this.parseOperators(0);
      return { ...node, start, end: this.close() };
    }
    if (token.text === "-") {
      const operand = requireType("number", this.parseOperators(tightestLevel), "A sign");
      return { type: "negation", operand, start, end: operand.end };
    }
    if (token.text === "not") {
      const operand = requireType("truth", this.parseOperators(comparisonLevel), '"not"');
      return { type: "not", operand, start, end: operand.end };
    }
    return this.parseWord(token);
  }

  private parseWord({ text, start, end }: Token): Node {
    if (text === "about") {
      const [left, right] = this.parseArguments(text, start, ["a", "b"]);
      return { type: "about", left, right, start, end: this.tokens[this.next - 1].end };
    }
    if (text === "between") {
      const [operand, low, high] = this.parseArguments(text, start, ["x", "low", "high"]);
      return { type: "between", operand, low, high, start, end: this.tokens[this.next - 1].end };
    }
    if (text === "and" || text === "or") {
      throw new ExpressionError({ start, end }, `A comparison is missing before "${text}"`);
    }
    if (this.token.text === "(") {
      const hint = "there are two: about(a, b) and between(x, low, high)";
      throw new ExpressionError({ start, end }, `There is no function ${quote(text)}`, hint);
    }
    return { type: "figure", id: text, start, end };
  }

  /** The arguments of a function, each a number: as many as it has names. */
  private parseArguments(name: string, start: number, names: readonly string[]): Node[] {
    const form = `${name}(${names.join(", ")})`;
    if (!this.take("(")) throw this.unexpected('"("', `it is written ${form}`);
    const found = [requireType("number", this.parseOperators(0), `"${name}"`)];
    while (this.take(",")) found.push(requireType("number", this.parseOperators(0), `"${name}"`));
    const end = this.close();
    if (found.length !== names.length) {
      const message = `"${name}" takes ${names.length} numbers, not ${found.length}`;
      throw new ExpressionError({ start, end }, message, `it is written ${form}`);
    }
    return found;
  }

  private close(): number {
    if (!this.take(")")) throw this.unexpected('")"');
    return this.tokens[this.next - 1].end;
  }

  private unexpected(expected: string, hint?: string): ExpressionError {
    const { type, text } = this.token;
    const isComma = text === "," && hint === undefined;
    return new ExpressionError(
      this.token,
      type === "end"
        ? `The expression ends where ${expected} should follow`
        : `Expected ${expected}, found ${quote(text)}`,
      isComma ? "numbers are written without separators: 1841" : hint,
    );
  }
}

function join({ text }: Token, left: Node, right: Node): Node {
  const type: ValueType = text === "and" || text === "or" ? "truth" : "number";
  requireType(type, left, `"${text}"`);
  requireType(type, right, `"${text}"`);
  const place = { left, right, start: left.start, end: right.end };
  if (text === "and" || text === "or") return { type: "logic", operator: text, ...place };
  if (precedences.get(text) === comparisonLevel) {
    return { type: "comparison", operator: text as ComparisonOperator, ...place };
  }
  return { type: "arithmetic", operator: text as ArithmeticOperator, ...place };
}

function requireType(type: ValueType, node: Node, user: string): Node {
  if (typeOf(node) === type) return node;
  throw type === "number"
    ? new ExpressionError(node, `${user} takes numbers, and this is a comparison`)
    : new ExpressionError(node, `${user} takes comparisons, and this is a number`, 'as in "charged > 100"');
}
