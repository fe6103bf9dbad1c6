import { quote } from "../diagnostics/quote.ts";
import { ExpressionError } from "./expression-types.ts";

export interface Token {
  readonly type: "number" | "word" | "symbol" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer than anything that a reader could follow, and short enough to be safe. */
const longestSource = 1000;

const token = /(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<symbol>[<>=!]=|\*\*|&&|\|\||\S)/gu;

/** What people write out of habit, and what to write here. */
const corrections = new Map([
  ["=", "to compare, write =="],
  ["&&", 'write "and"'],
  ["&", 'write "and"'],
  ["||", 'write "or"'],
  ["|", 'write "or"'],
  ["!", 'write "not", or != for "is not equal to"'],
  ["%", "write a share as a fraction: 16/100, or 0.16"],
  ["**", "there are no powers: multiply instead"],
  ["^", "there are no powers: multiply instead"],
  [".", "write decimals as 0.5; nothing has parts to reach for"],
  ["×", "write *"],
  ["÷", "write /"],
  ["−", "write a hyphen: -"],
  ["–", "write a hyphen: -"],
  ["≤", "write <="],
  ["≥", "write >="],
  ["≠", "write !="],
]);

const symbols = new Set(["+", "-", "*", "/", "(", ")", ",", "<", "<=", ">", ">=", "==", "!="]);

/** The words and signs of an expression, with an "end" after the last. Throws an ExpressionError. */
export function tokenize(source: string): Token[] {
  if (source.length > longestSource) {
    const place = { start: 0, end: source.length };
    throw new ExpressionError(
      place,
      `An expression can have ${longestSource} characters at most`,
      "shorten it",
    );
  }
  const tokens = [...source.matchAll(token)].map(readToken);
  return [...tokens, { type: "end", text: "", start: source.length, end: source.length }];
}

function readToken(match: RegExpExecArray): Token {
  const text = match[0];
  const place = { start: match.index, end: match.index + text.length };
  if (match.groups?.number !== undefined) return { type: "number", text, ...place };
  if (match.groups?.word !== undefined) return { type: "word", text, ...place };
  if (symbols.has(text)) return { type: "symbol", text, ...place };
  throw new ExpressionError(place, `An expression has no ${quote(text)}`, corrections.get(text));
}
