import { quote } from "../../diagnostics/quote.ts";
import type { FoundNumber } from "../../language/prose-rules.ts";
import type { Language } from "../../language/types.ts";
import type { Finding } from "../context.ts";
import type { KnownFigures } from "./known-figures.ts";
import { meantBySlip } from "./slips.ts";

/**
 * An error where a number of a text is a figure or a slip of one, a warning otherwise. `isCompared`: whether it is part
 * of a comparison, such as "1 in 12".
 */
export function judgeNumber(
  found: FoundNumber,
  text: string,
  known: KnownFigures,
  language: Language,
  { isCompared = false }: { readonly isCompared?: boolean } = {},
): Omit<Finding, "start" | "end"> {
  const rule = "story/number";
  const written = text.slice(found.start, found.end);
  const equal = findEqual(found, known);
  if (equal !== undefined) {
    const ways = known.counts.get(equal)?.map((expression) => `:n[${expression}]`) ?? [];
    const message = `${quote(written)} is in the data: bind it`;
    return { rule, message, hint: `write ${ways.join(" or ")}` };
  }
  const meant = findMeant(found, text, known, language, isCompared);
  if (meant !== undefined) {
    const count = language.count(meant);
    const message = `${quote(written)} is not in the data, but ${count} is`;
    const way = `:n[${known.counts.get(meant)?.[0]}]`;
    return {
      rule,
      message,
      hint: `did you mean ${count}? Write ${way}, or vouch for it with :cite[…]{source="…"}`,
    };
  }
  const message = `Nothing in the data backs the number ${quote(written)}`;
  return { rule, severity: "warning", message, hint: bindOrVouch(found.form, written) };
}

/** The figure that a number is. No figure is a percentage, nor the years of an age, unless it counts years. */
function findEqual({ values, form, measure = "" }: FoundNumber, known: KnownFigures): number | undefined {
  const canBeFigure =
    form === "measure" ? known.units.has(measure) : form === "count" || form === "year" || form === "money";
  return canBeFigure ? values.find((value) => known.counts.has(value)) : undefined;
}

/**
 * The figure that a number is a slip of. Words under a hundred have no digits to slip on, and two digits are so near to
 * so much that they are only judged where they may count what the figures do: the 12 of "1 in 12" counts nothing.
 */
function findMeant(
  { values, form, start, end }: FoundNumber,
  text: string,
  known: KnownFigures,
  { prose }: Language,
  isCompared: boolean,
): number | undefined {
  if (form !== "count") return undefined;
  const isTyped = /\d/.test(text.slice(start, end));
  const isOther =
    isCompared ||
    prose.countsOther(text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40), known.words);
  const judged = values.filter((value) => value >= 100 || (isTyped && !isOther));
  return judged.flatMap(meantBySlip).find((count) => known.counts.has(count));
}

function bindOrVouch(form: FoundNumber["form"], written: string): string {
  if (form === "phone") return `make it a link: [${written}](tel:${written.replace(/[^\d+]/g, "")})`;
  const bind = form === "share" ? ":pct[…]" : ":n[…]";
  return `bind it with ${bind}, or vouch for it: :cite[${written}]{source="…"}`;
}
