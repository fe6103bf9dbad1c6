import type { Range } from "./directive-parts.ts";
import { containerNames, formOf, isContainerName } from "./directives/names.ts";

/** A line that opens a block directive, as a reader of the source sees it. Offsets in the text. */
export interface Opening {
  readonly colons: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface FenceProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * Pairs the `:::` lines of a text as its writer means them: each closes the last one open.
 *
 * The Markdown parser pairs them otherwise: a container that is never closed takes in the rest of the file, and
 * one inside another of as many colons ends the outer one. Both are silent there, and both are found here.
 */
export function scanFences(
  text: string,
  from: number,
): { openings: Opening[]; problems: FenceProblem[]; paired: boolean } {
  const openings: Opening[] = [];
  const problems: FenceProblem[] = [];
  const open: Opening[] = [];
  for (const { line, start } of linesOutsideCode(text, from)) {
    const [, colons, name] = /^ {0,3}(:{2,})[ \t]*([A-Za-z][\w-]*)?/.exec(line) ?? [];
    if (colons === undefined) continue;
    const range = { start: start + line.indexOf(":"), end: start + line.trimEnd().length };
    if (name !== undefined) {
      const opening = { colons: colons.length, name, ...range };
      openings.push(opening);
      if (colons.length < 3) continue;
      if (open.length > 0) problems.push(nested(opening, open[open.length - 1]));
      open.push(opening);
    } else if (colons.length >= 3 && line.trim() === colons) {
      const opening = open.pop();
      if (opening === undefined) problems.push(nothingOpen(range));
      else if (colons.length < opening.colons) problems.push(closedByFewer(opening, colons));
    }
  }
  // What follows one that was never closed only seems to be inside it. One that takes two colons needs no close.
  const unclosed = open.filter(({ name }) => isContainerName(name) || formOf(name) === null).map(neverClosed);
  const paired = open.length === 0 && problems.length === 0;
  return { openings, problems: open.length > 0 ? unclosed : problems, paired };
}

function neverClosed({ name, colons, start, end }: Opening): FenceProblem {
  const message = `This "${name}" is never closed`;
  return { start, end, message, hint: `put a line "${":".repeat(colons)}" where it ends` };
}

function nothingOpen(range: Range): FenceProblem {
  return { ...range, message: "There is nothing open that this line could close", hint: "take it out" };
}

/** To the parser, fewer colons than opened a container are text in it. */
function closedByFewer({ name, start, end }: Opening, colons: string): FenceProblem {
  const message = `This "${name}" is never closed: it opens with more colons than "${colons}"`;
  return { start, end, message, hint: `begin it with ${colons}${name}` };
}

function nested({ name, start, end }: Opening, outer: Opening): FenceProblem {
  const known = isContainerName(name) ? name : containerNames[0];
  const message =
    name === outer.name ? `A ${known} inside a ${known}` : `"${name}" can't stand inside "${outer.name}"`;
  return { start, end, message, hint: `close the ${outer.name} before it, with a line ":::"` };
}

function* linesOutsideCode(text: string, from: number): Generator<{ line: string; start: number }> {
  let fence: string | null = null;
  for (let start = from; start < text.length;) {
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = text.slice(start, end);
    const [, marks, info] = /^ {0,3}(`{3,}|~{3,})(.*)/s.exec(line) ?? [];
    if (fence === null && marks !== undefined && !(marks[0] === "`" && info.includes("`"))) fence = marks;
    else if (fence === null) yield { line, start };
    else if (marks?.startsWith(fence) && info.trim() === "") fence = null;
    start = end + 1;
  }
}
