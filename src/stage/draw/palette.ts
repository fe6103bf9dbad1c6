/** The colours of the stage, as `#rrggbb`. Hue 0 is plain ink; the rest are the kinds of outcome, in the order of the file. */
export interface Palette {
  readonly paper: string;
  readonly hues: readonly string[];
  /** How much is seen of a dot that a step does not speak of. */
  readonly dimDot: number;
}

/** Who has forced colours wants to see more of it. The style sheet says the same of the still pictures. */
export const dimDotForced = 0.5;

/** How much is seen of a dot that a step does not speak of, where the reader has no colours forced. */
export const dimDot = 0.2;

/** How much of a dot, a label and a band is seen. */
export const opacity = { dimDot, dimLabel: 0.62, band: 0.13, dimBand: 0.06 };

/** How many hues a palette has. */
export const hueCount = 8;

/** Each at least 3:1 against its paper; the page's style sheet holds the same values. */
export const light: Palette = {
  paper: "#fbfaf7",
  hues: ["#1b1d1f", "#1f4e8c", "#a86f12", "#6f7883", "#1d7f74", "#8a4b9e", "#5b6b1e", "#b0506a"],
  dimDot,
};

export const dark: Palette = {
  paper: "#121417",
  hues: ["#ecebe7", "#86b4f0", "#e3b34f", "#98a2ad", "#5fc2b4", "#c79bda", "#b5c464", "#ee9db0"],
  dimDot,
};

/** The hue of a kind that stands at `place` (from 0) among the file's kinds; after the last the scale begins anew. */
export function hueOfKind(place: number): number {
  return 1 + (place % (hueCount - 1));
}

/** The line of a ring, in radii of its dot. */
export const ringLine = 0.36;
