import type { Range } from "./directive-parts.ts";

/*
 * A Markdown parser takes far longer for twice as much than twice as long, and the more so the deeper it is nested.
 * No text that people write comes near to these limits.
 */
const deepest = 20;
const mostLines = 4000;
const mostMarks = 10_000;

const messages = {
  depth: "From here on the text is nested too deeply to be read",
  lines: `The text has more than ${mostLines} lines`,
  marks: `The text has more than ${mostMarks} brackets, colons and other marks of Markdown`,
};

/** The first place at which a text is too much for a Markdown parser; null where it is not. */
export function findTooMuch(text: string): (Range & { message: string; hint: string }) | null {
  const deep = findTooDeep(text);
  if (deep !== null) {
    const hint = "look for brackets, quotations or directives that are never closed";
    return { ...deep, message: messages.depth, hint };
  }
  const hint = "make two stories of it, or take out what is not text";
  const line = nth(text, /\r\n|\r|\n/g, mostLines);
  if (line !== null) return { start: line, end: line, message: messages.lines, hint };
  const mark = nth(text, /[[\]<{|*_~`:^\\&@]/g, mostMarks);
  return mark === null ? null : { start: mark, end: mark + 1, message: messages.marks, hint };
}

/** Where a pattern matches once too often. */
function nth(text: string, pattern: RegExp, most: number): number | null {
  let count = 0;
  for (const { index } of text.matchAll(pattern)) {
    count += 1;
    if (count > most) return index;
  }
  return null;
}

/** The first place at which quotations, lists, directives or brackets are nested too deeply. */
function findTooDeep(text: string): Range | null {
  let containers = 0;
  let brackets = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n?[ \t]*\r?\n|\n[ \t]*\n/g)) {
    if (line.trim() === "") brackets = 0;
    const range = { start: index, end: index + Math.min(line.trimEnd().length, 40) };
    const markers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0].trim() ?? "";
    if (/^ {0,3}:{3,}[ \t]*[A-Za-z]/.test(line)) containers += 1;
    else if (/^ {0,3}:{3,}[ \t]*$/.test(line)) containers = Math.max(0, containers - 1);
    for (const { 0: bracket } of line.matchAll(/[[\]]/g))
      brackets = Math.max(0, brackets + (bracket === "[" ? 1 : -1));
    const depth = Math.max(containers, brackets, markers.replace(/[^>*+.)-]/g, "").length);
    if (depth > deepest) return range;
  }
  return null;
}
