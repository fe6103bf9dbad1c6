import type { Size } from "../stage/types.ts";

/**
 * What the style sheet leaves for a still picture, in CSS pixels, in a window of 1280 × 800 and of 390 × 844:
 * there it is drawn as it is, and scaled elsewhere.
 */
export const stillSizes: { readonly wide: Size; readonly narrow: Size } = {
  wide: { width: 812, height: 680 },
  narrow: { width: 358, height: 467 },
};

/** Stills shrink to four fifths on the narrowest phones: words of so many pixels are still over 12 there. */
export const smallestStillText = 15;
