import { boldWidth, textWidth } from "./text.ts";
import type { Label, StageFigure } from "../types.ts";

/** Line height of the stage's words, in font sizes. */
export const leading = 1.2;
/** Where the baseline lies in a line, in font sizes from its top. */
const ascent = 0.95;
/** Room between a label and the dots it names, in font sizes. */
export const labelGap = 0.2;

/** A number and what it counts, measured but not yet broken into lines. Widths in pixels. */
export interface Measured {
  readonly figure: string;
  readonly value: string;
  readonly valueWidth: number;
  readonly words: readonly { readonly text: string; readonly width: number }[];
  readonly size: number;
  /** True where it may be cut to one line. */
  readonly brief: boolean;
}

/** The words of a label before it has a place. */
export interface Wording {
  readonly figure: string;
  readonly value: string;
  /** The lines after the value; the first stands on its line. */
  readonly lines: readonly string[];
  readonly size: number;
  /** Width of the widest line, and height of all, in pixels. */
  readonly width: number;
  readonly height: number;
}

export function measure(
  { id, count }: StageFigure,
  name: string,
  format: Intl.NumberFormat,
  size: number,
  brief = false,
): Measured {
  const value = format.format(count);
  const words = name.split(/\s+/).map((text) => ({ text, width: textWidth(text, size) }));
  return { figure: id, value, valueWidth: boldWidth(value, size), words, size, brief };
}

/** The least width of a label that breaks no word and leaves no number alone on its line: in pixels, at most `limit`. */
export function leastWidth({ valueWidth, words, size, brief }: Measured, limit: number): number {
  if (brief) return valueWidth;
  const first = valueWidth + textWidth(" ", size) + words[0].width;
  return Math.min(limit, Math.max(first, ...words.map(({ width }) => width)));
}

/** A word in as few pieces of one length as need at most `room` pixels each, all but the last with a hyphen. */
function hyphenate(word: Measured["words"][number], size: number, room: number): Measured["words"] {
  if (word.width <= room) return [word];
  for (let count = 2; ; count++) {
    const letters = Math.ceil(word.text.length / count);
    const pieces = word.text.match(new RegExp(`.{1,${letters}}`, "gu"))!;
    const words = pieces
      .map((piece, i) => (i < pieces.length - 1 ? `${piece}-` : piece))
      .map((text) => ({ text, width: textWidth(text, size) }));
    if (letters === 1 || words.every(({ width }) => width <= room)) return words;
  }
}

/** As many words as `room` pixels hold, with an ellipsis for those left out; nothing where that is none. */
function cut(words: Measured["words"], size: number, room: number): string {
  for (let kept = words.length; kept > 0; kept--) {
    const text = words.slice(0, kept).map(({ text }) => text);
    const line = text.join(" ") + (kept < words.length ? "…" : "");
    if (textWidth(line, size) <= room) return line;
  }
  return "";
}

/** Breaks a label into lines of at most `width` pixels. A word that is longer than a line is broken. */
export function breakLines(measured: Measured, width: number): Wording {
  const { figure, value, valueWidth, words, size, brief } = measured;
  // A sum of widths is not exact.
  const room = width + 1e-6;
  const space = textWidth(" ", size);
  const lines: string[] = [];
  let line = "";
  let used = valueWidth;
  let widest = 0;
  const end = () => {
    lines.push(line);
    widest = Math.max(widest, used);
  };
  if (brief) {
    line = cut(words, size, room - valueWidth - space);
    used += space + textWidth(line, size);
  } else {
    for (const { text, width } of words.flatMap((word) => hyphenate(word, size, room))) {
      const fits = used + (used > 0 ? space : 0) + width <= room;
      if (!fits && (line !== "" || lines.length === 0)) {
        end();
        line = "";
        used = 0;
      }
      used += (used > 0 ? space : 0) + width;
      line = line === "" ? text : `${line} ${text}`;
    }
  }
  end();
  return { figure, value, lines, size, width: widest, height: lines.length * size * leading };
}

/** A label whose box has its top left corner at `x`, `top`. */
export function placeLabel(words: Wording, x: number, top: number, lit: boolean): Label {
  const { figure, value, lines, size, width } = words;
  return { figure, value, lines, x, y: top + ascent * size, size, width, lit };
}

/** A wording with its place in rows of labels. */
export interface Placed {
  readonly words: Wording;
  readonly x: number;
  /** Distance from the top of the first row. */
  readonly top: number;
}

/** Room between labels in columns, in font sizes. */
const columnGap = 0.6;

/** A label, and where its dots begin and end, in pixels. */
export interface Anchored {
  readonly words: Measured;
  readonly x: number;
  readonly end: number;
}

interface Rows {
  readonly placed: readonly Placed[];
  readonly height: number;
}

/** Sets the labels of dots that stand side by side: in columns below them, or in rows where those take less height. */
export function setBelow(items: readonly Anchored[], right: number): Rows {
  const columns = setInColumns(items, right);
  const rows = setInRows(items, right);
  return columns !== null && columns.height <= rows.height ? columns : rows;
}

/** Each label below its own dots, no wider than the way to the next one's; null where that would cut a word. */
function setInColumns(items: readonly Anchored[], right: number): Rows | null {
  const placed: Placed[] = [];
  let height = 0;
  for (const [i, { words: measured, x }] of items.entries()) {
    const room = (i + 1 < items.length ? items[i + 1].x - columnGap * measured.size : right) - x;
    if (leastWidth(measured, Infinity) > room) return null;
    const words = breakLines(measured, room);
    placed.push({ words, x, top: 0 });
    height = Math.max(height, words.height);
  }
  return { placed, height };
}

/**
 * Labels from left to right, each as near its own `x` as its forerunner allows; one that doesn't fit begins a new row,
 * in as many lines as it needs there.
 */
function setInRows(items: readonly Anchored[], right: number): Rows {
  const left = items[0].x;
  const placed: Placed[] = [];
  let top = 0;
  let rowHeight = 0;
  let free = left;
  for (const { words: measured, x, end } of items) {
    let words = breakLines(measured, right - left);
    let at = Math.max(free, Math.min(x, right - words.width));
    // Behind its dots it would seem to be another's.
    if (placed.length > 0 && (at + words.width > right || at >= end)) {
      top += rowHeight;
      rowHeight = 0;
      words = breakLines(measured, Math.max(right - x, leastWidth(measured, right - left)));
      at = Math.max(left, Math.min(x, right - words.width));
    }
    placed.push({ words, x: at, top });
    rowHeight = Math.max(rowHeight, words.height);
    free = at + words.width + words.size;
  }
  return { placed, height: top + rowHeight };
}
