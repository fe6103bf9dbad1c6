import type { Size } from "../types.ts";

/** Font sizes of the stage's labels: on a phone, and as a fraction of a larger stage's width up to a limit. In pixels. */
const phoneWidth = 480;
const phoneText = 15;
const leastText = 16;
const mostText = 21;
const fractionOfWidth = 1 / 52;

/** The font size of labels on a stage of a size, where there is room for them: in pixels. */
export function usualFontSize({ width, height }: Size): number {
  if (width < phoneWidth) return phoneText;
  return Math.max(leastText, Math.min(mostText, Math.min(width, height * 1.2) * fractionOfWidth));
}
