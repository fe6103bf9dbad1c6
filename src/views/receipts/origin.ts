import type { Language } from "../../language/types.ts";
import { figureOf, subtractionOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";

/** Where a figure's count comes from: "row 3 of data/x.csv", or "derived: 1,841 − 1,478". */
export function describeOrigin(tree: FigureTree, id: string, language: Language): string {
  const { row } = figureOf(tree, id);
  return describeSubtraction(tree, id, language) ?? language.receipts.row({ row, file: tree.file });
}

/** How a remainder is worked out: "derived: 1,841 − 1,478"; null for any other figure. */
export function describeSubtraction(tree: FigureTree, id: string, language: Language): string | null {
  const sides = subtractionOf(tree, id);
  if (sides === null) return null;
  const { count, receipts } = language;
  return receipts.subtraction({ whole: count(sides.whole), others: count(sides.others) });
}
