import type { FoundNumber } from "../../prose-rules.ts";
import { notNumbers } from "./not-numbers.ts";
import { findNumberWords, scales } from "./number-words.ts";
import { isHour, isYear, measureOf } from "./what-is-counted.ts";

const phone =
  "(?<phone>(?:\\+\\d{1,3}|\\b0\\d{2,4})(?:[ \\u00a0-]?\\d{2,4}){2,3}\\b|(?<=\\b(?:[Cc]all|[Dd]ial|[Rr]ing)\\s)\\d{3}\\b(?![,.]?\\d))";
/** Two financial years in one, odds, scores and fractions: one thing each, and no count. */
const pair =
  "(?<pair>\\b(?:19|20)\\d{2}\\s?[-–/]\\s?\\d{2}\\b(?![,.]?\\d)|\\b\\d{1,3}[:/]\\d{1,3}\\b(?![,.]?\\d)|\\b\\d[-–]\\d\\b(?![,.]?\\d))";
const separator = "[,.'’ \\u00a0\\u2009\\u202f]";
const digits = `(?<digits>\\d{1,3}(?:${separator}\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:,\\d+)+|\\d+(?:\\.\\d+)?)`;
const scale = `(?<scale>\\s?(?:k|m|bn)\\b|\\s+(?:${[...scales.keys()].join("|")})\\b)?`;
const share = "(?<share>\\s*(?:%|per\\s?cent\\b|percentage\\b))?";
const number = `(?<money>[£$€])?${digits}${scale}${share}`;

/**
 * The numbers in a text: in digits in any of the forms that people write (`1,841`, `1841`, `1 841`, `1.8m`,
 * `15.8%`), and in words from eleven up. Dates, times of day, ordinals and names that hold digits are none.
 */
export function findNumbers(text: string): FoundNumber[] {
  const pattern = new RegExp(`(?<no>${notNumbers.join("|")})|${phone}|${pair}|${number}`, "gu");
  const inDigits = [...text.matchAll(pattern)].flatMap((match): FoundNumber[] => {
    const { no, phone, pair, digits, share, money, scale } = match.groups ?? {};
    if (no !== undefined) return [];
    const range = { start: match.index, end: match.index + match[0].length };
    if (phone !== undefined) return [{ ...range, values: [], form: "phone" }];
    if (pair !== undefined) return [{ ...range, values: [], form: "pair" }];
    const form = share ? "share" : money ? "money" : "count";
    return [{ ...range, values: valuesOf(digits, scale), form }];
  });
  return [...inDigits, ...findNumberWords(text)]
    .flatMap((found) => withContext(found, text) ?? [])
    .sort((a, b) => a.start - b.start);
}

/** Tells from the words around it whether what looks like a count is a year or a measure; null for an hour. */
function withContext(found: FoundNumber, text: string): FoundNumber | null {
  if (found.form !== "count") return found;
  const before = text.slice(Math.max(0, found.start - 40), found.start);
  const after = text.slice(found.end, found.end + 40);
  if (isHour(before, after)) return null;
  const measure = measureOf(before, after);
  if (measure !== null) return { ...found, form: "measure", measure };
  return isYear(text.slice(found.start, found.end), before, after) ? { ...found, form: "year" } : found;
}

function valuesOf(digits: string, scale: string | undefined): number[] {
  const factor = scaleOf(scale?.trim());
  const withoutGroups = Number(digits.replace(/[^\d.]/g, ""));
  const asCount = Number(digits.replace(/\D/g, ""));
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/.test(digits);
  const values = isGrouped ? [withoutGroups, asCount] : [withoutGroups];
  return values.filter(Number.isFinite).map((value) => value * factor);
}

function scaleOf(word: string | undefined): number {
  const short = { k: 1e3, m: 1e6, bn: 1e9 };
  if (word === undefined) return 1;
  return scales.get(word) ?? short[word as keyof typeof short];
}
