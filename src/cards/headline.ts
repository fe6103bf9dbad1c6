import { textWidth } from "../stage/words/text.ts";

/** A headline in lines that fit. Sizes in pixels; `leading` is the distance of the baselines. */
export interface Headline {
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly string[];
}

/** From the largest: how many lines a headline may take at a size. */
const sizes = [
  { size: 74, most: 1 },
  { size: 62, most: 2 },
  { size: 48, most: 3 },
];
const leading = 1.08;

/** The headline in the largest size that fits; one too long for all of them ends in an ellipsis. */
export function setHeadline(text: string, width: number): Headline {
  const settings = sizes.map(({ size, most }) => ({ size, most, lines: breakLines(text, size, width) }));
  const fitting = settings.find(({ lines, most }) => lines.length <= most);
  const { size, most, lines } = fitting ?? settings[settings.length - 1];
  const kept = fitting ? lines : [...lines.slice(0, most - 1), shorten(lines[most - 1], size, width)];
  return { size, leading: size * leading, lines: kept };
}

function breakLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length === 0 || serifWidth(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function shorten(line: string, size: number, width: number): string {
  const shorter = `${line} …`;
  return serifWidth(shorter, size) <= width ? shorter : shorten(line.replace(/\s*\S+$/, ""), size, width);
}

/** Newsreader's display cut is a little narrower than the sans that the layout plans for, but for its capitals. */
function serifWidth(text: string, size: number): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return textWidth(text, size) * 0.92 + capitals * size * 0.2;
}
