import type { ReceiptWords } from "../words.ts";
import { capitalise } from "./counts.ts";
import { operators } from "./operators.ts";
import { words as stage } from "./stage-words.ts";

const row: ReceiptWords["row"] = ({ row, file }) => `row ${row} of ${file}`;

export const receipts: ReceiptWords = {
  title: "Where every number comes from",
  nameOf: stage.receipt,
  steps: "Steps:",
  row,
  subtraction: ({ whole, others }) => `derived: ${whole} − ${others}`,
  figure: ({ label, subtraction, place, ofWhole, ...written }) => {
    const source = row(written);
    return [
      `${label}. `,
      ...(subtraction === null
        ? [place(capitalise(source))]
        : [`${capitalise(subtraction)} (`, place(source), ")"]),
      ...(ofWhole === null ? [] : [`, ${ofWhole.share} of `, ofWhole.whole]),
      ".",
    ];
  },
  sum: ({ label, sum }) => [`${label}: `, ...sum, "."],
  share: ({ label, wholeLabel, part, whole }) => [
    `${label}, of ${wholeLabel}: `,
    ...part,
    " of ",
    ...whole,
    ".",
  ],
  comparison: ({ left, operator, right, holds }) => [
    ...left,
    ` is ${holds ? "" : "not "}${operators[operator]} `,
    ...right,
  ],
  claim: ({ comparisons }) =>
    comparisons.flatMap((comparison, i) => [...comparison, i + 1 < comparisons.length ? "; " : "."]),
};
