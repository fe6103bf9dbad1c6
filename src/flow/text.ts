/**
 * Widths of characters in a wide system sans (DejaVu Sans, the widest in common use), in em. The layout must be
 * the same at build, where no font is at hand, and in every browser: so it plans for the widest.
 */
const narrow = "ijl.,;:'’|! ";
const slim = "frt()-–/";
const broad = "mwMW@%—&";

/** Width of a text in the interface's sans, in pixels, rather over than under. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const char of text) em += characterWidth(char);
  return em * size;
}

function characterWidth(char: string): number {
  if (narrow.includes(char)) return 0.31;
  if (slim.includes(char)) return 0.41;
  if (broad.includes(char)) return 0.96;
  return char >= "A" && char <= "Z" ? 0.7 : 0.62;
}

/** Width of a bold text: figures are about a tenth wider. */
export function boldWidth(text: string, size: number): number {
  return textWidth(text, size) * 1.12;
}

/** Breaks a text into lines of at most `width` pixels; the first has `indent` pixels less. A long word is never cut. */
export function wrap(text: string, size: number, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    const room = lines.length === 0 ? width - indent : width;
    if (textWidth(longer, size) <= room || (line === "" && lines.length > 0)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}
