import type { Link, LinkedWords } from "../../language/sentence.ts";
import type { Language, Noun } from "../../language/types.ts";
import { evaluateNumber } from "../../outcomes/evaluate.ts";
import { writeOut, type Written } from "../../outcomes/expression-text.ts";
import type { Expression, Node } from "../../outcomes/expression-types.ts";
import { toNumber } from "../../outcomes/fraction.ts";
import { figureOf, lineage } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import { countedFigures } from "../../story/counted.ts";
import { receiptPrefix } from "../../story/receipt-id.ts";
import { unitBeside } from "../naming.ts";

/** Against what receipts are written. */
export interface ReceiptContext {
  readonly tree: FigureTree;
  readonly noun: Noun;
  readonly language: Language;
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
  readonly sum: LinkedWords;
}

/** The term that a sound binding names. */
export function describeTerm(expression: Expression, context: ReceiptContext): Term {
  const { tree, language } = context;
  const { node } = expression;
  const count = valueOf(expression, tree);
  return {
    count: language.count(count),
    units: unitsOf(countedFigures(expression, tree), count, context),
    label: writeOut(node)
      .map((piece) => (piece.type === "figure" ? labelOf(piece.id, tree) : typeset(piece)))
      .join(""),
    sum: spellOut(node, context),
  };
}

function valueOf(expression: Expression, tree: FigureTree): number {
  const result = evaluateNumber(expression, tree);
  if ("problem" in result) throw new RangeError(result.problem.message);
  return toNumber(result.value);
}

/** An expression with the counts in place of the figures, each leading to its receipt. */
export function spellOut(node: Node, context: ReceiptContext): LinkedWords {
  return writeOut(node).map((piece) =>
    piece.type === "figure" ? linkToFigure(piece.id, context) : typeset(piece),
  );
}

export function linkToFigure(id: string, { tree, language }: ReceiptContext): Link {
  return { text: language.count(figureOf(tree, id).count), href: `#${receiptPrefix}${id}` };
}

/** A figure's name, led by that of what it is part of, but for the whole: "Charged: Adults". */
export function labelOf(id: string, tree: FigureTree): string {
  const [figure, ...above] = lineage(tree, id);
  const between = above.slice(0, -1).reverse();
  return [...between, figure].map(({ label }) => label).join(": ");
}

function unitsOf(ids: readonly string[], count: number, { tree, noun, language }: ReceiptContext): string {
  const units = new Set(ids.map((id) => unitBeside(count, figureOf(tree, id).unit, noun, language)));
  return language.list([...units]);
}

/** Signs as people write them. */
function typeset({ text }: Exclude<Written, { type: "figure" }>): string {
  return text.replace("-", "−").replace("*", "×");
}
