import type { Link, LinkedWords } from "../../language/sentence.ts";
import type { Language } from "../../language/types.ts";
import type { Comparison, Side } from "../../outcomes/evaluate.ts";
import { compareFractions, formatDecimal, type Fraction, fraction } from "../../outcomes/fraction.ts";
import { figureOf } from "../../outcomes/tree.ts";
import type { Figure } from "../../outcomes/types.ts";
import { receiptPrefix } from "../../story/receipt-id.ts";
import type { Binding, Scene, Story } from "../../story/types.ts";
import { unitBeside } from "../naming.ts";
import { describeSubtraction } from "./origin.ts";
import { describeTerm, labelOf, linkToFigure, type ReceiptContext, spellOut, type Term } from "./terms.ts";

/** Where a number of the story comes from. */
export interface Receipt {
  /** The id by which the page's numbers lead to it: `r-charged`. */
  readonly id: string;
  /** The number with its unit, the ways in which the story says a share, or the words of a claim. */
  readonly value: string;
  /** The figures whose dots it counts. */
  readonly figures: readonly string[];
  /** What it is, and how it is come by. */
  readonly origin: LinkedWords;
  /** What the source says with it. */
  readonly note: string | null;
  /** The scenes that speak of it, and their numbers among their stage's. */
  readonly steps: readonly { readonly scene: string; readonly number: number }[];
}

/**
 * The receipts of a story: one for each of its figures, in the order of the file, and then one for each other number
 * and claim that is bound, in reading order. Those that say the same have one together.
 */
export function writeReceipts(story: Story, language: Language): Receipt[] {
  const { tree, bindings, slug, noun } = story;
  const context = { tree, noun, language };
  const figures = [...tree.figures.values()].map((figure) => ({
    id: receiptPrefix + figure.id,
    ...figureReceipt(figure, context, `/${slug}/figures.csv`),
  }));
  const known = new Set(figures.map(({ id }) => id));
  const others = [...Map.groupBy(bindings, ({ receipt }) => receipt)]
    .filter(([id]) => !known.has(id))
    .map(([id, alike]) => ({ id, ...bindingReceipt(alike, context) }));
  const steps = stepsOf(story);
  return [...figures, ...others].map((receipt) => ({ ...receipt, steps: steps(receipt.id) }));
}

type Written = Omit<Receipt, "id" | "steps">;

function figureReceipt(
  { id, unit, note, count, parent, row }: Figure,
  context: ReceiptContext,
  address: string,
): Written {
  const { tree, noun, language } = context;
  return {
    value: `${language.count(count)} ${unitBeside(count, unit, noun, language)}`,
    figures: [id],
    origin: language.receipts.figure({
      label: labelOf(id, tree),
      subtraction: describeSubtraction(tree, id, language),
      place: (text) => ({ text, href: address }),
      row,
      file: tree.file,
      ofWhole: parent === null ? null : shareOfParent(id, parent, context),
    }),
    note,
  };
}

/** Null where the parent is nothing. */
function shareOfParent(
  id: string,
  parent: string,
  context: ReceiptContext,
): { share: string; whole: Link } | null {
  const [part, whole] = [figureOf(context.tree, id).count, figureOf(context.tree, parent).count];
  if (whole === 0) return null;
  return {
    share: context.language.share(fraction(part, whole), 1),
    whole: linkToFigure(parent, context),
  };
}

/** The receipt of bindings that say the same, in words or in digits. */
function bindingReceipt(alike: readonly Binding[], context: ReceiptContext): Written {
  const { capitalise, receipts } = context.language;
  const [{ comparisons, expression, of, figures }] = alike;
  const texts = [...new Set(alike.map(({ text }) => text))].join("; ");
  const written = { figures, note: null };
  if (comparisons !== null) {
    return { ...written, value: capitalise(texts), origin: claimOrigin(comparisons, context) };
  }
  const term = describeTerm(expression, context);
  if (of === null) {
    const value = `${term.count} ${term.units}`;
    return { ...written, value, origin: receipts.sum(term) };
  }
  const whole = describeTerm(of, context);
  const part = term.units === whole.units && !isSum(term) ? term.sum : counted(term);
  const origin = receipts.share({
    label: term.label,
    wholeLabel: whole.label,
    part,
    whole: counted(whole),
  });
  return { ...written, value: capitalise(texts), origin };
}

/** "290 people" where it is a figure, "895 people and cases (1,841 − 363 − 583)" where it is a sum. */
function counted(term: Term): LinkedWords {
  const { count, units, sum } = term;
  return isSum(term) ? [`${count} ${units} (`, ...sum, ")"] : [...sum, ` ${units}`];
}

function isSum({ sum }: Term): boolean {
  return sum.length > 1;
}

function claimOrigin(comparisons: readonly Comparison[], context: ReceiptContext): LinkedWords {
  const { receipts } = context.language;
  const said = comparisons.map(({ left, operator, right, holds }) =>
    receipts.comparison({
      left: sidePieces(left, context),
      operator,
      right: sidePieces(right, context),
      holds,
    }),
  );
  return receipts.claim({ comparisons: said });
}

/** A side of a comparison with the counts in it, and what it comes to where that isn't plain. */
function sidePieces({ node, value }: Side, context: ReceiptContext): LinkedWords {
  const isPlain = node.type === "figure" || node.type === "number";
  const pieces = spellOut(node, context);
  return isPlain ? pieces : [...pieces, ` = ${sayValue(value, context)}`];
}

function sayValue(value: Fraction, { language }: ReceiptContext): string {
  const isShare =
    value.denominator !== 1n && value.numerator > 0n && compareFractions(value, fraction(1)) < 0;
  return isShare ? language.share(value, 1) : formatDecimal(value, 2);
}

/** For the id of a receipt, the scenes in which it is bound, or which set its figure's parts apart or light it up. */
function stepsOf({ blocks, bindings }: Story): (id: string) => Receipt["steps"] {
  const scenes = blocks.flatMap((block) =>
    block.type === "stage" ? block.scenes.map((scene, index) => ({ scene, number: index + 1 })) : [],
  );
  const speaksOf = ({ id, split, focus }: Scene, receipt: string) =>
    [...split, ...focus].some((figure) => receiptPrefix + figure === receipt) ||
    bindings.some((binding) => binding.scene === id && binding.receipt === receipt);
  return (receipt) =>
    scenes
      .filter(({ scene }) => speaksOf(scene, receipt))
      .map(({ scene, number }) => ({ scene: scene.id, number }));
}
