import { max } from "../numbers.ts";
import type { Label, StageFigure } from "../types.ts";
import { breakLines, cutToLine, hyphenate, type Measured } from "./line-breaks.ts";
import { boldWidth, textWidth } from "./text.ts";

/** Line height of the stage's words, in font sizes. */
export const leading = 1.2;
/** Where the baseline lies in a line, in font sizes from its top. */
const ascent = 0.95;
/** Room between a label and the dots it names, in font sizes. */
export const labelGap = 0.2;

/** A number and what it counts, measured but not yet broken into lines. In pixels. */
export interface MeasuredLabel {
  readonly figure: string;
  readonly value: string;
  readonly valueWidth: number;
  readonly words: readonly Measured[];
  readonly fontSize: number;
  /** Whether it may be cut to one line. */
  readonly isOneLine: boolean;
}

/** A label in lines, before it has a place. In pixels. */
export interface BrokenLabel extends Pick<Label, "figure" | "value" | "lines" | "fontSize" | "width"> {
  readonly height: number;
}

/** The count of a figure, and its name, at a font size in pixels. */
export function measureLabel(
  { id, count }: StageFigure,
  name: string,
  format: Intl.NumberFormat,
  fontSize: number,
  isOneLine: boolean,
): MeasuredLabel {
  const value = format.format(count);
  const words = name.split(/\s+/).map((text) => ({ text, width: textWidth(text, fontSize) }));
  return { figure: id, value, valueWidth: boldWidth(value, fontSize), words, fontSize, isOneLine };
}

/** The least width of a label that breaks no word and leaves no number alone on its line: in pixels, at most `limit`. */
export function leastWidth({ valueWidth, words, fontSize, isOneLine }: MeasuredLabel, limit: number): number {
  if (isOneLine) return valueWidth;
  const first = valueWidth + textWidth(" ", fontSize) + words[0].width;
  return Math.min(
    limit,
    max(
      words.map(({ width }) => width),
      first,
    ),
  );
}

/** Breaks a label into lines of at most `width` pixels. A word that is longer than a line is broken. */
export function breakLabel(label: MeasuredLabel, width: number): BrokenLabel {
  const { figure, value, fontSize } = label;
  const lines = linesOf(label, width);
  return {
    figure,
    value,
    lines: lines.map(({ text }) => text),
    fontSize,
    width: max(lines.map((line) => line.width)),
    height: lines.length * fontSize * leading,
  };
}

/** The lines after a label's value, the first as wide as if the value stood in it. */
function linesOf({ valueWidth, words, fontSize, isOneLine }: MeasuredLabel, width: number): Measured[] {
  const space = textWidth(" ", fontSize);
  if (!isOneLine) {
    const pieces = words.flatMap((word) => hyphenate(word, fontSize, width));
    return breakLines(pieces, { width, space, indent: valueWidth });
  }
  const line = cutToLine(words, fontSize, width - valueWidth - space);
  return [{ text: line.text, width: valueWidth + (space + line.width) }];
}

/** A label whose box has its top left corner at `x`, `top`. */
export function placeLabel(label: BrokenLabel, x: number, top: number): Label {
  return { ...label, x, y: top + ascent * label.fontSize, highlighted: true };
}
