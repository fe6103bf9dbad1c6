import type { FoundNumber } from "../../language/prose-rules.ts";
import type { Language } from "../../language/types.ts";
import { judgeNumber } from "./judge-number.ts";
import type { KnownFigures } from "./known-figures.ts";

/**
 * Figures in a row, such as "363 364 336", which look like one number in groups of three digits: each by itself, where
 * one of them is in the data and the whole of them is not near to anything there.
 */
export function separateFigures(
  found: FoundNumber,
  text: string,
  known: KnownFigures,
  language: Language,
): readonly FoundNumber[] {
  const written = text.slice(found.start, found.end);
  if (!/^[1-9]\d\d(?: [1-9]\d\d)+$/.test(written)) return [found];
  const each = [...written.matchAll(/\d+/g)].map(({ 0: digits, index }): FoundNumber => {
    const start = found.start + index;
    return { start, end: start + digits.length, values: [Number(digits)], form: "count" };
  });
  const isWhole = judgeNumber(found, text, known, language).severity !== "warning";
  const isKnown = each.some(({ values: [value] }) => known.counts.has(value));
  return isKnown && !isWhole ? each : [found];
}
