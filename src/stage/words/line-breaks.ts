import { textWidth } from "./text.ts";

/** Words without a space, or one of the lines that they are broken into. Width in pixels. */
export interface Measured {
  readonly text: string;
  readonly width: number;
}

/** What lines are broken to, in pixels. */
export interface LineRoom {
  readonly width: number;
  /** Width of the space between two words. */
  readonly space: number;
  /** What stands before the first word of the first line and takes of its width; 0: nothing. */
  readonly indent: number;
}

/** A sum of widths is not exact: so many pixels more than the room still fit. */
const tolerance = 1e-6;

/**
 * Breaks words into lines, each as full as may be; the width of the first includes the indent. A word that is wider
 * than the room has a line to itself.
 */
export function breakLines(words: readonly Measured[], { width, space, indent }: LineRoom): Measured[] {
  const lines: Measured[] = [{ text: "", width: indent }];
  for (const word of words) {
    const line = lines[lines.length - 1];
    const gap = line.width > 0 ? space : 0;
    if (line.width > 0 && line.width + gap + word.width > width + tolerance) lines.push(word);
    else {
      const text = line.text === "" ? word.text : `${line.text} ${word.text}`;
      lines[lines.length - 1] = { text, width: line.width + (gap + word.width) };
    }
  }
  return lines;
}

/** A word in as few pieces of one length as need at most `room` pixels each, all but the last with a hyphen. */
export function hyphenate(word: Measured, fontSize: number, room: number): readonly Measured[] {
  const fits = (piece: Measured) => piece.width <= room + tolerance;
  if (fits(word)) return [word];
  for (let count = 2; ; count++) {
    const letters = Math.ceil(word.text.length / count);
    const pieces = word.text.match(new RegExp(`.{1,${letters}}`, "gu")) ?? [];
    const measured = pieces
      .map((piece, i) => (i < pieces.length - 1 ? `${piece}-` : piece))
      .map((text) => ({ text, width: textWidth(text, fontSize) }));
    if (letters === 1 || measured.every(fits)) return measured;
  }
}

/** As many words as `room` pixels hold, with an ellipsis for those left out; no text where that is none. */
export function cutToLine(words: readonly Measured[], fontSize: number, room: number): Measured {
  for (let kept = words.length; kept > 0; kept--) {
    const text =
      words
        .slice(0, kept)
        .map((word) => word.text)
        .join(" ") + (kept < words.length ? "…" : "");
    const width = textWidth(text, fontSize);
    if (width <= room + tolerance) return { text, width };
  }
  return { text: "", width: 0 };
}
