import { type FoundNumber, findNumberWords, scales } from "./number-words.ts";

const months =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const day = "\\d{1,2}(?:st|nd|rd|th)?";

/** What is written in digits and is no count: dates, times of day, decades, ordinals, footnote marks, names such as Covid-19. */
const notNumbers = [
  `\\b${day}(?:\\s*[-–]\\s*${day})?\\s+(?:of\\s+)?${months}\\b(?:,?\\s+\\d{4}\\b)?`,
  `\\b${months}\\s+${day}\\b(?:,\\s*\\d{4}\\b)?(?!\\d)`,
  `\\b${months},?\\s+\\d{4}\\b`,
  "\\b\\d{4}-\\d{2}-\\d{2}\\b",
  "\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b",
  "\\b\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*[ap]\\.?m\\b",
  "\\b\\d{1,2}\\s*[ap]\\.?m\\b",
  "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
  "\\b\\d{4}s\\b|[’']\\d0s\\b",
  "\\b\\d+(?:,\\d{3})*(?:st|nd|rd|th)\\b",
  "\\b24/7\\b",
  "\\[\\^[^\\]\\s]+\\]",
  "(?<![\\p{L}\\d])\\p{L}[\\p{L}\\d]*[-‑]?\\d[\\p{L}\\d]*",
  "\\b\\d+(?:D|G|K)\\b",
].join("|");

const phone = "(?<phone>(?:\\+\\d{1,3}|\\b0\\d{2,4})(?:[ \\u00a0-]?\\d{2,4}){2,3}\\b)";
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
  const pattern = new RegExp(`(?<no>${notNumbers})|${phone}|${number}`, "gu");
  const inDigits = [...text.matchAll(pattern)].flatMap((match): FoundNumber[] => {
    const { no, phone, digits, share, money, scale } = match.groups ?? {};
    if (no !== undefined) return [];
    const start = match.index;
    const range = { start, end: start + match[0].length };
    if (phone !== undefined) return [{ ...range, values: [], form: "phone" }];
    const values = valuesOf(digits, scale);
    const form = share ? "share" : money ? "money" : isYear(digits, scale) ? "year" : "count";
    return [{ ...range, values, form }];
  });
  return [...inDigits, ...findNumberWords(text)].sort((a, b) => a.start - b.start);
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

/** Four digits without a separator, from 1900 to 2099. */
function isYear(digits: string, scale: string | undefined): boolean {
  return scale === undefined && /^(?:19|20)\d{2}$/.test(digits);
}
