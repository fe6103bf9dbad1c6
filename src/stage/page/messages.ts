import type { Palette } from "../draw/palette.ts";
import type { Label, Size, Stage } from "../types.ts";

/** The first that the page tells the worker that draws its stage: what there is to draw, and where. */
export interface Opening {
  readonly canvas: OffscreenCanvas;
  readonly stage: Stage;
}

/** What the page tells the worker from then on. */
export type Order =
  /** The canvas has this size in CSS pixels, with `sharpness` pixels of its own to each. */
  | { readonly do: "fit"; readonly size: Size; readonly sharpness: number }
  /** The colours and the family of the words, as CSS has them. */
  | { readonly do: "look"; readonly palette: Palette; readonly font: string }
  /** The place in the sequence: scene index plus the share of the change into it, less one. */
  | { readonly do: "seek"; readonly position: number; readonly glides: boolean }
  /** The figures to light up in place of those that the scenes look at; null: as the scenes do. */
  | { readonly do: "light"; readonly figures: readonly string[] | null }
  /** The dot that keeps a ring; null for none. */
  | { readonly do: "follow"; readonly dot: number | string | null }
  /** A point of the stage, in CSS pixels: what stands there? */
  | { readonly do: "touch"; readonly x: number; readonly y: number };

/** What a reader has touched on the stage. */
export interface Touched {
  readonly figure: string;
  /** The one dot; null where its words were touched. */
  readonly dot: number | null;
}

/** What the worker tells the page. */
export type Reply =
  /** The picture stands; these are its words, in order. */
  | { readonly is: "drawn"; readonly labels: readonly Label[] }
  /** The browser has lost the picture, and may give the canvas back. */
  | { readonly is: "lost" }
  /** The answer to a touch; answers come in the order of the questions. */
  | { readonly is: "touched"; readonly touched: Touched | null };
