import { boldWidth, textWidth, wrap } from "./text.ts";
import type { Label, StageFigure } from "./types.ts";

/** Line height of the stage's words, in font sizes. */
export const leading = 1.2;
/** Where the baseline lies in a line, in font sizes from its top. */
const ascent = 0.95;
/** Room between a label and the dots it names, in font sizes. */
export const labelGap = 0.2;

/** The words of a label before it has a place. */
export interface Wording {
  readonly figure: string;
  readonly value: string;
  readonly lines: readonly string[];
  readonly size: number;
}

/** Number and name of a figure, broken to a width in pixels. */
export function wording(
  figure: StageFigure,
  name: string,
  format: Intl.NumberFormat,
  size: number,
  width: number,
): Wording {
  const value = format.format(figure.count);
  const indent = boldWidth(value, size) + textWidth(" ", size);
  return { figure: figure.id, value, lines: wrap(name, size, width, indent), size };
}

export function wordingHeight({ lines, size }: Wording): number {
  return lines.length * size * leading;
}

/** Width of the widest line. */
export function wordingWidth({ value, lines, size }: Wording): number {
  const first = boldWidth(value, size) + textWidth(` ${lines[0]}`, size);
  return Math.max(first, ...lines.slice(1).map((line) => textWidth(line, size)));
}

/** A label whose box has its top left (or top middle) corner at `x`, `top`. */
export function place(
  words: Wording,
  x: number,
  top: number,
  lit: boolean,
  anchor: Label["anchor"] = "start",
): Label {
  const { figure, value, lines, size } = words;
  return { figure, value, lines, x, y: top + ascent * size, anchor, size, lit };
}

/** A wording with its place in rows of labels that must not collide. */
export interface Placed {
  readonly words: Wording;
  readonly x: number;
  /** Distance from the top of the first row. */
  readonly top: number;
}

/**
 * Sets labels in rows from left to right, each as near above or below its own `x` as its forerunner allows;
 * one that doesn't fit begins a new row. Heights and places in pixels.
 */
export function setInRows(
  items: readonly { words: Wording; x: number }[],
  left: number,
  right: number,
): { placed: Placed[]; height: number } {
  const placed: Placed[] = [];
  let top = 0;
  let rowHeight = 0;
  let free = left;
  for (const { words, x } of items) {
    const width = wordingWidth(words);
    let at = Math.max(free, Math.min(x, right - width), left);
    if (placed.length > 0 && at + width > right + 0.01) {
      top += rowHeight;
      rowHeight = 0;
      at = Math.max(left, Math.min(x, right - width));
    }
    placed.push({ words, x: at, top });
    rowHeight = Math.max(rowHeight, wordingHeight(words));
    free = at + width + words.size;
  }
  return { placed, height: top + rowHeight };
}
