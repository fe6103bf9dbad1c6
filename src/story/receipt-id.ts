import type { Expression } from "../outcomes/expression-types.ts";
import { type Sign, writeOut } from "../outcomes/expression-text.ts";

/** What the signs of expressions are called where only letters will do. */
const names: Readonly<Record<Sign, string>> = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "per",
  "(": "open",
  ")": "close",
  ",": "and",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "!=": "ne",
  and: "and",
  or: "or",
  not: "not",
  about: "about",
  between: "between",
};

/** What the ids of receipts begin with. Nothing else on a page may have such an id. */
export const receiptPrefix = "r-";

/** What a receipt is about: a number or claim, and for a share what it is a share of. */
interface Subject {
  readonly expression: Expression;
  readonly of?: Expression | null;
}

/**
 * The id of the receipt of a number or claim, from what it says: `r-charged`, `r-reports-minus-undescribed`, and
 * for a share `r-charged--reports`. The same expression has the same receipt, wherever and however it is shown.
 */
export function receiptId({ expression, of }: Subject): string {
  return receiptPrefix + spell(expression) + (of ? `--${spell(of)}` : "");
}

function spell({ node }: Expression): string {
  return writeOut(node)
    .map((piece) => {
      if (piece.type === "sign") return names[piece.sign];
      return piece.type === "figure" ? piece.id : piece.text;
    })
    .join("-");
}
