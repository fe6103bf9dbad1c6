import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { toNumber } from "../../outcomes/fraction.ts";
import { oneOf, readAttributes } from "../attributes.ts";
import { bind } from "../binding.ts";
import { labelRange } from "../label.ts";
import type { Scope } from "../scope.ts";
import { readSum } from "../sum.ts";

/** `:n[charged + warned]{as=words}`: a count, in digits or in words. */
export function renderN(directive: TextDirective, scope: Scope): ElementContent[] {
  const attributes = readAttributes(directive, ["as"], scope);
  const as = oneOf(attributes.get("as"), ["words", "Words"], scope);
  const range = labelRange(directive, "a figure", scope);
  const sum = range && readSum(range, directive, scope);
  if (!sum) return [];
  const count = toNumber(sum.value);
  const { language } = scope.context;
  const words = as === null ? language.count(count) : language.countInWords(count);
  const text = as === "Words" ? language.capitalise(words) : words;
  return bind(directive, scope, {
    kind: "n",
    text,
    expression: sum.expression,
    figures: sum.figures,
    value: count,
  });
}
