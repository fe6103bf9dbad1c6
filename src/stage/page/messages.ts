import type { Style } from "../draw/canvas.ts";
import type { Label, Size, Stage } from "../types.ts";

/** The first that the page sends to the worker that draws its stage: what there is to draw, and where. */
export interface Opening {
  readonly canvas: OffscreenCanvas;
  readonly stage: Stage;
}

/** What the page sends to the worker from then on. */
export type Order =
  /** The canvas has this size in CSS pixels, with `sharpness` pixels of its own to each. */
  | { readonly do: "fit"; readonly size: Size; readonly sharpness: number }
  | { readonly do: "style"; readonly style: Style }
  /** The place in the sequence: scene index plus the progress of the change into it, less one. */
  | { readonly do: "seek"; readonly position: number; readonly glides: boolean }
  /** The figures to highlight in place of the scenes' focus; null: as the scenes do. */
  | { readonly do: "highlight"; readonly figures: readonly string[] | null }
  /** The dot that keeps a ring, or the figure whose first dot does; null for none. */
  | { readonly do: "follow"; readonly dot: number | string | null }
  /** A point of the stage, in CSS pixels: what stands there? */
  | { readonly do: "touch"; readonly x: number; readonly y: number };

/** What a reader has touched on the stage. */
export interface Touched {
  readonly figure: string;
  /** The one dot; null where a label or a band was touched. */
  readonly dot: number | null;
}

/** What the worker sends to the page. */
export type Reply =
  /** The picture stands; these are its labels, in order. */
  | { readonly is: "drawn"; readonly labels: readonly Label[] }
  /** The browser has lost the picture, and may give the canvas back. */
  | { readonly is: "lost" }
  /** The answer to a touch; answers come in the order of the questions. */
  | { readonly is: "touched"; readonly touched: Touched | null };
