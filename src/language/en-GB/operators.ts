import type { NumberWords } from "../types.ts";

export const operators: NumberWords["operators"] = {
  "<": "less than",
  "<=": "at most",
  ">": "more than",
  ">=": "at least",
  "==": "equal to",
  "!=": "other than",
  about: "within 5% of",
};
