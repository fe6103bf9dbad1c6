import { formatCount } from "../outcomes/counts.ts";
import { evaluateNumber } from "../outcomes/evaluate.ts";
import type { Expression } from "../outcomes/expression-types.ts";
import { tokenize } from "../outcomes/expression-tokens.ts";
import { parseSum } from "../outcomes/expression.ts";
import { toNumber } from "../outcomes/fraction.ts";
import { figureOf, lineage } from "../outcomes/tree.ts";
import type { FigureTree } from "../outcomes/types.ts";
import { countedFigures } from "./counted.ts";
import { receiptPrefix } from "./receipt-id.ts";

/** A stretch of a receipt: words, or words that lead to another receipt or to the figures. */
export type Piece = string | { readonly text: string; readonly href: string };

/** Against what receipts are written. */
export interface Books {
  readonly tree: FigureTree;
  readonly locale: string;
}

/** A figure, or a sum of figures, for a receipt. */
export interface Term {
  /** "1,478" */
  readonly count: string;
  /** What it counts, in the words of the source: "people and cases". */
  readonly units: string;
  /** "Reports − Described by no published outcome" */
  readonly label: string;
  /** How it is come by: 1,841 − 363, each leading to its receipt. */
  readonly sum: readonly Piece[];
}

/** The term that a sound binding names. Throws a RangeError where it can't be read. */
export function readTerm(source: string, books: Books): Term {
  const { tree, locale } = books;
  const parsed = parseSum(source);
  if ("problem" in parsed) throw new RangeError(parsed.problem.message);
  return {
    count: formatCount(valueOf(parsed.expression, tree), locale),
    units: unitsOf(countedFigures(parsed.expression, tree), books),
    label: replaceFigures(source, (id) => labelOf(id, tree)).join(""),
    sum: spellOut(source, books),
  };
}

function valueOf(expression: Expression, tree: FigureTree): number {
  const result = evaluateNumber(expression, tree);
  if ("problem" in result) throw new RangeError(result.problem.message);
  return toNumber(result.value);
}

/** An expression with the counts in place of the figures, each leading to its receipt. */
export function spellOut(source: string, books: Books): Piece[] {
  return replaceFigures(source, (id) => linkToFigure(id, books));
}

export function linkToFigure(id: string, { tree, locale }: Books): Piece {
  return { text: formatCount(figureOf(tree, id).count, locale), href: `#${receiptPrefix}${id}` };
}

/** A figure's name, led by that of what it is part of, but for the whole: "Charged: Adults". */
export function labelOf(id: string, tree: FigureTree): string {
  const [figure, ...above] = lineage(tree, id);
  const between = above.slice(0, -1).reverse();
  return [...between, figure].map(({ label }) => label).join(": ");
}

function unitsOf(ids: readonly string[], { tree, locale }: Books): string {
  const units = new Set(ids.map((id) => figureOf(tree, id).unit));
  return new Intl.ListFormat(locale).format(units);
}

const signs = new Map([
  ["+", " + "],
  ["-", " − "],
  ["*", " × "],
  ["/", " / "],
]);

/** An expression as people write it, with something else in place of the ids of figures. */
function replaceFigures<Name extends Piece>(
  source: string,
  replace: (id: string) => Name,
): (Name | string)[] {
  return tokenize(source)
    .filter(({ type }) => type !== "end")
    .map(({ type, text }) => (type === "word" ? replace(text) : (signs.get(text) ?? text)));
}
