/** The colours of the stage. Hue 0 is plain ink; the rest are the kinds of outcome, in the order of the file. */
export interface Palette {
  readonly paper: string;
  readonly hues: readonly string[];
}

/** Each at least 3:1 against its paper; the page's style sheet holds the same values. */
export const light: Palette = {
  paper: "#fbfaf7",
  hues: ["#1b1d1f", "#1f4e8c", "#a86f12", "#6f7883", "#1d7f74", "#8a4b9e", "#5b6b1e", "#b0506a"],
};

export const dark: Palette = {
  paper: "#121417",
  hues: ["#ecebe7", "#86b4f0", "#e3b34f", "#98a2ad", "#5fc2b4", "#c79bda", "#b5c464", "#ee9db0"],
};

/** The hue of a kind that stands at `place` (from 0) among the file's kinds; after the last the scale begins anew. */
export function hueOfKind(place: number): number {
  return 1 + (place % (light.hues.length - 1));
}

/** How much of a dot, a label and a band is seen. */
export const opacity = { dimDot: 0.2, dimLabel: 0.62, band: 0.13, dimBand: 0.06 };

/** The line of a ring, in radii of its dot. */
export const ringLine = 0.36;
