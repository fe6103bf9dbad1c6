import { formatsOf } from "../formats.ts";
import type { Language } from "../types.ts";
import { bounds } from "./bounds.ts";
import { charts } from "./charts.ts";
import { capitalise, countInWords } from "./counts.ts";
import { operators } from "./operators.ts";
import { cards, head, help, method, notes, page, sharing } from "./page.ts";
import { picture, steps } from "./picture.ts";
import { findComparisons } from "./prose/comparisons.ts";
import { findNumbers } from "./prose/numbers.ts";
import { countsOther } from "./prose/what-is-counted.ts";
import { published } from "./published.ts";
import { ratioInWords } from "./ratios.ts";
import { receipts } from "./receipts.ts";

/** British English. Other regions have their own digits and dates, and the same words. */
export function english(tag: string): Language {
  return {
    ...formatsOf(tag),
    countInWords,
    ratioInWords,
    nounFor: (count, { one, many }) => (count === 1 ? one : many),
    capitalise,
    operators,
    noun: { one: "report", many: "reports" },
    prose: { findNumbers, findComparisons, countsOther },
    page,
    head,
    help,
    steps,
    picture,
    receipts,
    bounds,
    charts,
    method,
    sharing,
    notes,
    cards,
    published,
  };
}
