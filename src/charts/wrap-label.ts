/** The least width at which a chart is shown, in CSS pixels: a phone of 320 less its margins. */
export const leastWidth = 288;

/** The width of a character on average, in CSS pixels, in a wide sans typeface at 13 px. */
const characterWidth = 7.4;

/** From one line of text to the next, in CSS pixels. */
export const lineHeight = 17;

/**
 * A label in lines that fit a width, given as a share (0 to 1) of the chart at its least width.
 * SVG doesn't wrap text, so it is wrapped here, for the narrowest. A word that is wider than a line is cut.
 */
export function wrapLabel(label: string, width: number): string[] {
  const most = Math.max(8, Math.floor((width * leastWidth) / characterWidth));
  const words = label.split(/[ \t\n]+/).flatMap((word) => cutWord(word, most));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function cutWord(word: string, most: number): string[] {
  const characters = Array.from(word);
  const count = Math.ceil(characters.length / most);
  return Array.from({ length: count }, (_, i) => characters.slice(i * most, (i + 1) * most).join(""));
}
