import type { Range } from "./directive-parts.ts";

/** No text that people write goes deeper, and the time that a Markdown parser takes grows fast with the depth. */
const deepest = 20;

/** The first place at which quotations, lists, directives or brackets are nested too deeply to be parsed. */
export function findTooDeep(text: string): Range | null {
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
