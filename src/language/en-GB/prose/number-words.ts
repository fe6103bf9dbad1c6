import type { FoundNumber } from "../../prose-rules.ts";

const units = new Map(
  "zero one two three four five six seven eight nine".split(" ").map((word, i) => [word, i]),
);
const teens = new Map(
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, i) => [word, i + 10]),
);
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10]),
);
export const scales: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

/** Below this, words for numbers are plain English: "two of them", "one day". */
const least = 11;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this word and the one before it. */
  readonly gap: string;
}

/** The numbers from eleven up that a text gives in words; ordinals ("twenty-first") are none. */
export function findNumberWords(text: string): FoundNumber[] {
  const words = wordsOf(text);
  const found: FoundNumber[] = [];
  for (let at = 0; at < words.length;) {
    const { value, next } = readNumber(words, at);
    const isOrdinal = words[next]?.gap === "-" && /(?:first|second|third|th)$/.test(words[next].word);
    if (next > at && value >= least && !isOrdinal) {
      found.push({ start: words[at].start, end: words[next - 1].end, values: [value], form: "count" });
    }
    at = Math.max(next, at + 1);
  }
  return found;
}

function wordsOf(text: string): Word[] {
  let last = 0;
  return [...text.matchAll(/[\p{L}\p{N}’']+/gu)].map(({ 0: word, index }) => {
    const gap = text.slice(last, index);
    last = index + word.length;
    return { word: word.toLowerCase(), start: index, end: last, gap };
  });
}

/** Reads the longest number that starts at a word; `next` is the word after it, `from` itself where there is none. */
function readNumber(words: readonly Word[], from: number): { value: number; next: number } {
  let total = 0;
  let group = 0;
  let scale = Infinity;
  let next = from;
  for (let at = from; at < words.length; at++) {
    if (at > from && !joins(words, at)) break;
    const { word } = words[at];
    if (word === "and" || word === "a") {
      if (!leadsOn(words, at, from)) break;
      if (word === "a") group = 1;
      continue;
    }
    const below = belowHundred(word, group, words[at - 1]?.word);
    if (below !== null) group += below;
    else if (word === "hundred" && group > 0 && group < 100) group *= 100;
    else if ((scales.get(word) ?? Infinity) < scale && group > 0) {
      scale = scales.get(word) ?? 1;
      total += group * scale;
      group = 0;
    } else break;
    next = at + 1;
  }
  return { value: total + group, next };
}

/** What a word adds to the number so far; null where it can't follow on it. */
function belowHundred(word: string, group: number, previous: string | undefined): number | null {
  const rest = group % 100;
  const unit = units.get(word);
  if (unit !== undefined) return rest === 0 || (tens.has(previous ?? "") && unit > 0) ? unit : null;
  const more = teens.get(word) ?? tens.get(word);
  return more !== undefined && rest === 0 ? more : null;
}

/** Whether a word stands close enough to the one before it; over a comma only in "one thousand, eight hundred". */
function joins(words: readonly Word[], at: number): boolean {
  const { gap } = words[at];
  if (/^(?:\s+|-|\s*‑\s*)$/.test(gap)) return true;
  if (!/^,\s+$/.test(gap) || !scales.has(words[at - 1].word)) return false;
  return words.slice(at + 1, at + 3).some(({ word }) => word === "hundred");
}

/** Whether "and" or "a" is part of a number: "hundred and ten", "a hundred". */
function leadsOn(words: readonly Word[], at: number, from: number): boolean {
  const next = words[at + 1]?.word ?? "";
  if (words[at].word === "a") return at === from && (next === "hundred" || scales.has(next));
  const previous = words[at - 1]?.word ?? "";
  const isNumber = units.has(next) || teens.has(next) || tens.has(next);
  return at > from && isNumber && (previous === "hundred" || scales.has(previous));
}
