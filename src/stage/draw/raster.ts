import { mixed } from "../motion/lerp.ts";
import type { Frame, Run } from "../transition.ts";
import { ringLine, type Palette } from "./palette.ts";

/**
 * Pixels as `ImageData` has them, one 32-bit word each (alpha, blue, green, red from the highest byte: browsers run
 * on little-endian machines), `width` to a line; `sharpness` pixels to a CSS pixel.
 */
export interface Pixels {
  readonly words: Uint32Array;
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
  for (const run of frame.runs) drawRun(pixels, frame, run, palette);
}

/** A colour on the straight way from `a` (`t` = 0) to `b` (1), both `#rrggbb`, as a pixel's word without its alpha. */
export function mixColours(a: string, b: string, t: number): number {
  const [from, to] = [a, b].map((colour) => parseInt(colour.slice(1), 16));
  let word = 0;
  for (const shift of [0, 8, 16]) {
    word |= Math.round(mixed((from >> shift) & 255, (to >> shift) & 255, t)) << (16 - shift);
  }
  return word;
}

function drawRun(
  { words, width, height, sharpness }: Pixels,
  frame: Frame,
  run: Run,
  palette: Palette,
): void {
  const { x, y, mix } = frame;
  const { from, to } = run;
  const colour = mixColours(palette.hues[from.hue], palette.hues[to.hue], mix);
  const solid = 255 * mixed(from.lit ? 1 : palette.dimDot, to.lit ? 1 : palette.dimDot, mix);
  const outer = frame.radius * sharpness;
  const line = outer * mixed(from.hollow ? ringLine : 1, to.hollow ? ringLine : 1, mix);
  // A full dot has no hole: its inner edge lies far inside.
  const inner = line >= outer ? -2 : outer - line;
  const reach = outer + 0.5;
  const full = (outer - 0.5) ** 2;
  for (let i = run.start; i < run.end; i++) {
    const cx = x[i] * sharpness - 0.5;
    const cy = y[i] * sharpness - 0.5;
    const top = Math.max(0, Math.ceil(cy - reach));
    const bottom = Math.min(height - 1, Math.floor(cy + reach));
    const left = Math.max(0, Math.ceil(cx - reach));
    const right = Math.min(width - 1, Math.floor(cx + reach));
    for (let py = top; py <= bottom; py++) {
      const dy = (py - cy) ** 2;
      for (let px = left; px <= right; px++) {
        const square = (px - cx) ** 2 + dy;
        let cover = 1;
        if (square > full || inner > 0) {
          const distance = Math.sqrt(square);
          cover =
            Math.max(0, Math.min(1, reach - distance)) * Math.max(0, Math.min(1, distance - inner + 0.5));
        }
        const alpha = (solid * cover + 0.5) | 0;
        const at = py * width + px;
        if (alpha > words[at] >>> 24) words[at] = (alpha << 24) | colour;
      }
    }
  }
}
