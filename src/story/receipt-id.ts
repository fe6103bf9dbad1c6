import { tokenize } from "../outcomes/expression-tokens.ts";
import type { Binding } from "./types.ts";

/** What the signs of expressions are called where only letters will do. */
const words = new Map([
  ["+", "plus"],
  ["-", "minus"],
  ["*", "times"],
  ["/", "per"],
  ["(", "open"],
  [")", "close"],
  [",", "and"],
  ["<", "lt"],
  ["<=", "le"],
  [">", "gt"],
  [">=", "ge"],
  ["==", "eq"],
  ["!=", "ne"],
]);

/** What the ids of receipts begin with. Nothing else on a page may have such an id. */
export const receiptPrefix = "r-";

/**
 * The id of the receipt of a number or claim, from what it says: `r-charged`, `r-reports-minus-undescribed`, and
 * for a share `r-charged--reports`. The same expression has the same receipt, wherever and however it is shown.
 */
export function receiptId({ expression, of }: Pick<Binding, "expression" | "of">): string {
  return receiptPrefix + spell(expression) + (of === null ? "" : `--${spell(of)}`);
}

function spell(expression: string): string {
  const tokens = tokenize(expression).filter(({ type }) => type !== "end");
  return tokens.map(({ text }) => words.get(text) ?? text).join("-");
}
