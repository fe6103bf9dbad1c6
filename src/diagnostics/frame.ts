import { visible } from "./quote.ts";
import type { SourceText } from "./source-text.ts";
import type { Span } from "./types.ts";

/** Lines shown before and after the one that a problem starts in. */
const around = 2;
/** Characters of a line that are shown: a paragraph can be one line of thousands. */
const widest = 100;

/**
 * The lines around a place, numbered, with a row of carets under it; the words stand out for a reader who looks from
 * the message to the file. Lines that are too long are cut on both sides of the place. No line break at the end.
 */
export function sourceFrame({ text, lineStarts }: SourceText, { start, end }: Span): string {
  const first = Math.max(1, start.line - around);
  const last = Math.min(lineStarts.length, start.line + around);
  const gutter = String(last).length;
  const from = Math.max(0, start.column - 1 - widest / 2);
  const lines: string[] = [];
  for (let line = first; line <= last; line++) {
    const whole = text.slice(lineStarts[line - 1], lineStarts[line]).replace(/[\r\n]+$/, "");
    const marked = line === start.line;
    const row = ` ${String(line).padStart(gutter)} | ${shown(whole.slice(from, from + widest))}`;
    lines.push(`${marked ? ">" : " "}${row}`.trimEnd());
    if (!marked) continue;
    const before = whole.slice(from, start.column - 1);
    const stop = end.line === start.line ? end.column - 1 : whole.length;
    const width = Math.max(1, Math.min(stop, from + widest) - (start.column - 1));
    lines.push(` ${" ".repeat(gutter + 1)} | ${shown(before).replace(/\S/g, " ")}${"^".repeat(width)}`);
  }
  return lines.join("\n");
}

/** Tabs as one space, so that the carets stand under what they mean; other control characters made visible. */
function shown(text: string): string {
  return visible(text.replaceAll("\t", " "));
}
