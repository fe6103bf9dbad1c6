import type { Position, Span } from "./types.ts";

/** A text with the offsets (UTF-16 units) at which its lines start. Lines end with LF, CRLF or a lone CR. */
export interface SourceText {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

export function sourceText(text: string): SourceText {
  const lineStarts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g))
    lineStarts.push(lineBreak.index + lineBreak[0].length);
  return { text, lineStarts };
}

/** The line and column of an offset; an offset outside the text counts as its nearest end. */
export function positionAt({ text, lineStarts }: SourceText, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), text.length);
  let line = 0;
  let after = lineStarts.length;
  while (after - line > 1) {
    const middle = (line + after) >> 1;
    if (lineStarts[middle] <= inside) line = middle;
    else after = middle;
  }
  return { line: line + 1, column: inside - lineStarts[line] + 1 };
}

/** The stretch from the offset `start` up to, but not including, the offset `end`. */
export function spanAt(source: SourceText, start: number, end: number): Span {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/** The offset of a line and column; a place outside the text counts as its nearest end. */
export function offsetAt({ text, lineStarts }: SourceText, { line, column }: Position): number {
  if (line < 1) return 0;
  if (line > lineStarts.length) return text.length;
  const offset = lineStarts[line - 1] + column - 1;
  return Math.min(Math.max(offset, 0), text.length);
}
