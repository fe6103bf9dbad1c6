import { capitalise } from "../outcomes/counts.ts";
import { type Comparison, evaluateClaim } from "../outcomes/evaluate.ts";
import { parseExpression } from "../outcomes/expression.ts";
import { compareFractions, formatDecimal, type Fraction, fraction } from "../outcomes/fraction.ts";
import { formatShare } from "../outcomes/shares.ts";
import { describeOrigin, figureOf } from "../outcomes/tree.ts";
import type { Figure } from "../outcomes/types.ts";
import { operatorWords } from "./directives/claim.ts";
import { receiptId, receiptPrefix } from "./receipt-id.ts";
import {
  type Books,
  labelOf,
  linkToFigure,
  type Piece,
  readTerm,
  spellOut,
  type Term,
} from "./receipt-terms.ts";
import type { Binding, Scene, Story } from "./types.ts";

/** Where a number of the story comes from. */
export interface Receipt {
  /** The id by which the page's numbers lead to it: `r-charged`. */
  readonly id: string;
  /** The number with its unit, the ways in which the story says a share, or the words of a claim. */
  readonly value: string;
  /** The figures whose dots it counts. */
  readonly figures: readonly string[];
  /** What it is, and how it is come by. */
  readonly origin: readonly Piece[];
  /** What the source says with it. */
  readonly note: string | null;
  /** The scenes that speak of it, and their numbers among their stage's. */
  readonly steps: readonly { readonly scene: string; readonly number: number }[];
}

/**
 * The receipts of a story: one for each of its figures, in the order of the file, and then one for each other number
 * and claim that is bound, in reading order. Those that say the same have one together.
 */
export function writeReceipts(story: Story, locale: string): Receipt[] {
  const { tree, bindings, slug } = story;
  const books = { tree, locale };
  const figures = [...tree.figures.values()].map((figure) => ({
    id: receiptPrefix + figure.id,
    ...figureReceipt(figure, books, `/${slug}/figures.csv`),
  }));
  const known = new Set(figures.map(({ id }) => id));
  const others = [...Map.groupBy(bindings, receiptId)]
    .filter(([id]) => !known.has(id))
    .map(([id, alike]) => ({ id, ...bindingReceipt(alike, books) }));
  const steps = stepsOf(story);
  return [...figures, ...others].map((receipt) => ({ ...receipt, steps: steps(receipt.id) }));
}

type Written = Omit<Receipt, "id" | "steps">;

function figureReceipt(
  { id, unit, note, parent, derived, row }: Figure,
  books: Books,
  address: string,
): Written {
  const { tree, locale } = books;
  const { count } = readTerm(id, books);
  const place = { text: `${derived ? "row" : "Row"} ${row} of ${tree.file}`, href: address };
  const origin = derived ? [`${capitalise(describeOrigin(tree, id, locale))} (`, place, ")"] : [place];
  return {
    value: `${count} ${unit}`,
    figures: [id],
    origin: [
      `${labelOf(id, tree)}. `,
      ...origin,
      ...(parent === null ? [] : shareOfParent(id, parent, books)),
      ".",
    ],
    note,
  };
}

function shareOfParent(id: string, parent: string, books: Books): Piece[] {
  const [part, whole] = [figureOf(books.tree, id).count, figureOf(books.tree, parent).count];
  if (whole === 0) return [];
  return [`, ${formatShare(fraction(part, whole), 1, books.locale)} of `, linkToFigure(parent, books)];
}

/** The receipt of bindings that say the same, in words or in digits. */
function bindingReceipt(alike: readonly Binding[], books: Books): Written {
  const [{ kind, expression, of, figures }] = alike;
  const term = kind === "claim" ? null : readTerm(expression, books);
  const texts = [...new Set(alike.map(({ text }) => text))].join("; ");
  const written = { figures, note: null };
  if (term === null) return { ...written, value: capitalise(texts), origin: claimOrigin(expression, books) };
  if (of === null) {
    const value = `${term.count} ${term.units}`;
    return { ...written, value, origin: [`${term.label}: `, ...term.sum, "."] };
  }
  const whole = readTerm(of, books);
  const part = term.units === whole.units && !isSum(term) ? term.sum : counted(term);
  const origin = [`${term.label}, of ${whole.label}: `, ...part, " of ", ...counted(whole), "."];
  return { ...written, value: capitalise(texts), origin };
}

/** "290 people" where it is a figure, "895 people and cases (1,841 − 363 − 583)" where it is a sum. */
function counted(term: Term): Piece[] {
  const { count, units, sum } = term;
  return isSum(term) ? [`${count} ${units} (`, ...sum, ")"] : [...sum, ` ${units}`];
}

function isSum({ sum }: Term): boolean {
  return sum.length > 1;
}

function claimOrigin(expression: string, books: Books): Piece[] {
  const parsed = parseExpression(expression);
  const judged = "problem" in parsed ? parsed : evaluateClaim(parsed.expression, books.tree);
  if ("problem" in judged) throw new RangeError(judged.problem.message);
  return judged.comparisons.flatMap((comparison, index) => [
    ...comparisonPieces(comparison, books),
    index + 1 < judged.comparisons.length ? "; " : ".",
  ]);
}

function comparisonPieces(comparison: Comparison, books: Books): Piece[] {
  const { leftText, left, operator, rightText, right, holds } = comparison;
  const says = ` is ${holds ? "" : "not "}${operatorWords[operator]} `;
  return [...side(leftText, left, books), says, ...side(rightText, right, books)];
}

/** A side of a comparison with the counts in it, and what it comes to where that isn't plain. */
function side(text: string, value: Fraction, books: Books): Piece[] {
  const isPlain = /^\s*[\w.]+\s*$/.test(text);
  return isPlain ? spellOut(text, books) : [...spellOut(text, books), ` = ${sayValue(value, books)}`];
}

function sayValue(value: Fraction, { locale }: Books): string {
  const isShare =
    value.denominator !== 1n && value.numerator > 0n && compareFractions(value, fraction(1)) < 0;
  return isShare ? formatShare(value, 1, locale) : formatDecimal(value, 2);
}

/** For the id of a receipt, the scenes in which it is bound, or which set its figure's parts apart or light it up. */
function stepsOf({ blocks, bindings }: Story): (id: string) => Receipt["steps"] {
  const scenes = blocks.flatMap((block) =>
    block.type === "stage" ? block.scenes.map((scene, index) => ({ scene, number: index + 1 })) : [],
  );
  const speaksOf = ({ id, split, focus }: Scene, receipt: string) =>
    [...split, ...focus].some((figure) => receiptPrefix + figure === receipt) ||
    bindings.some((binding) => binding.scene === id && receiptId(binding) === receipt);
  return (receipt) =>
    scenes
      .filter(({ scene }) => speaksOf(scene, receipt))
      .map(({ scene, number }) => ({ scene: scene.id, number }));
}
