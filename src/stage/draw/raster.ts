import { lerp } from "../motion/lerp.ts";
import type { Frame, FrameRun } from "../transition.ts";
import { ringLine, type Palette } from "./palette.ts";

/** Pixels as `ImageData` has them, `width` to a line; `sharpness` pixels to a CSS pixel. */
export interface Pixels {
  /** One number a pixel: alpha, blue, green, red from the highest byte, since browsers run on little-endian machines. */
  readonly colours: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly sharpness: number;
}

/**
 * Draws all dots of a frame into pixels that are clear. A canvas takes three to four times as long to fill as many
 * small circles as this takes, which is what lets a slow phone keep up. Edges are smoothed by how much of a pixel the
 * dot covers, measured along the line from its centre.
 */
export function drawDots(pixels: Pixels, frame: Frame, palette: Palette): void {
  for (const run of frame.runs) {
    const brush = brushFor(run, frame, palette, pixels.sharpness);
    for (let i = run.start; i < run.end; i++) drawDot(pixels, brush, frame.x[i], frame.y[i]);
  }
}

/** A colour on the straight way from `a` (`t` = 0) to `b` (1), both `#rrggbb`, as a pixel's number without its alpha. */
export function mixColours(a: string, b: string, t: number): number {
  const [from, to] = [a, b].map((colour) => parseInt(colour.slice(1), 16));
  let mixed = 0;
  for (const shift of [0, 8, 16]) {
    mixed |= Math.round(lerp((from >> shift) & 255, (to >> shift) & 255, t)) << (16 - shift);
  }
  return mixed;
}

/** What the dots of one run have in common: radii in pixels of the canvas. */
interface Brush {
  /** A pixel's number without its alpha. */
  readonly colour: number;
  /** The alpha of a pixel that is covered all over: 0 to 255. */
  readonly alpha: number;
  readonly outer: number;
  /** The radius of a ring's hole; a full dot has none, and its inner edge lies far inside. */
  readonly inner: number;
}

function brushFor({ from, to }: FrameRun, frame: Frame, palette: Palette, sharpness: number): Brush {
  const t = frame.lookProgress;
  const outer = frame.radius * sharpness;
  const line = outer * lerp(from.ring ? ringLine : 1, to.ring ? ringLine : 1, t);
  return {
    colour: mixColours(palette.hues[from.hue], palette.hues[to.hue], t),
    alpha: 255 * lerp(from.highlighted ? 1 : palette.dimDot, to.highlighted ? 1 : palette.dimDot, t),
    outer,
    inner: line >= outer ? -2 : outer - line,
  };
}

/** Draws one dot with its centre at `x`, `y` in CSS pixels, as far as it lies in the picture. */
function drawDot({ colours, width, height, sharpness }: Pixels, brush: Brush, x: number, y: number): void {
  const { colour, alpha, outer, inner } = brush;
  const reach = outer + 0.5;
  const full = (outer - 0.5) ** 2;
  const cx = x * sharpness - 0.5;
  const cy = y * sharpness - 0.5;
  const bottom = Math.min(height - 1, Math.floor(cy + reach));
  const left = Math.max(0, Math.ceil(cx - reach));
  const right = Math.min(width - 1, Math.floor(cx + reach));
  for (let py = Math.max(0, Math.ceil(cy - reach)); py <= bottom; py++) {
    const dy = (py - cy) ** 2;
    for (let px = left; px <= right; px++) {
      const square = (px - cx) ** 2 + dy;
      let cover = 1;
      if (square > full || inner > 0) {
        const distance = Math.sqrt(square);
        cover = Math.max(0, Math.min(1, reach - distance)) * Math.max(0, Math.min(1, distance - inner + 0.5));
      }
      const own = (alpha * cover + 0.5) | 0;
      const at = py * width + px;
      if (own > colours[at] >>> 24) colours[at] = (own << 24) | colour;
    }
  }
}
