import { sourceText, spanAt } from "../diagnostics/source-text.ts";
import type { Span } from "../diagnostics/types.ts";

/** A text that the parsers read, and the way from its offsets (UTF-16 units) back to the file it comes from. */
export interface Passage {
  readonly text: string;
  readonly span: (start: number, end: number) => Span;
}

/** A whole file. */
export function fileAsPassage(text: string): Passage {
  const source = sourceText(text);
  return { text, span: (start, end) => spanAt(source, start, end) };
}

/** A stretch of a passage, as it stands there. */
export function stretchOf(passage: Passage, from: number, to: number): Passage {
  return {
    text: passage.text.slice(from, to),
    span: (start, end) => passage.span(from + start, from + end),
  };
}

/**
 * A text that was decoded from a stretch of a passage: a YAML scalar, say, with its quotes and escapes gone.
 * `offsets` gives the place in the passage of each of its characters, and of its end.
 */
export function decodedFrom(passage: Passage, text: string, offsets: readonly number[]): Passage {
  const last = offsets.length - 1;
  const at = (offset: number) => offsets[Math.min(Math.max(offset, 0), last)];
  return { text, span: (start, end) => passage.span(at(start), Math.max(at(start), at(end))) };
}
