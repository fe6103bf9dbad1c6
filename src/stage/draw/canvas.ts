import { leading } from "../words/labels.ts";
import type { Frame } from "../transition.ts";
import type { Label } from "../types.ts";
import { opacity, type Palette } from "./palette.ts";
import { drawDots } from "./raster.ts";

const fullTurn = 2 * Math.PI;

/** Draws frames on one canvas. */
export interface Painter {
  /**
   * Draws a frame over whatever is there, `sharpness` pixels of the canvas to a CSS pixel; `font` is a CSS font
   * family. It shows what `drawPicture` draws.
   */
  paint(frame: Frame, palette: Palette, font: string, sharpness: number): void;
  /** The figure whose band lies at a point of the stage, in CSS pixels; null where there is none. */
  bandAt(frame: Frame, at: { readonly x: number; readonly y: number }): string | null;
  /** Marks one dot of the frame that was painted last, so that it can be followed among all the others. */
  mark(frame: Frame, dot: number, palette: Palette): void;
}

export function createPainter(context: OffscreenCanvasRenderingContext2D): Painter {
  const { canvas } = context;
  let image: ImageData | null = null;
  let words = new Uint32Array();
  return {
    paint(frame, palette, font, sharpness) {
      const { width, height } = canvas;
      if (image?.width !== width || image.height !== height) {
        image = context.createImageData(width, height);
        words = new Uint32Array(image.data.buffer);
      } else words.fill(0);
      drawDots({ words, width, height, sharpness }, frame, palette);
      context.putImageData(image, 0, 0);
      context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      // The pixels of the dots replace whatever was there, so the bands slip in below them.
      context.globalCompositeOperation = "destination-over";
      for (const { item: band, shown, lit } of frame.bands) {
        context.globalAlpha = shown * (opacity.dimBand + (opacity.band - opacity.dimBand) * lit);
        context.fillStyle = palette.hues[band.hue];
        context.fill(new Path2D(band.path));
      }
      context.globalCompositeOperation = "source-over";
      for (const { item: label, shown, lit } of frame.labels) {
        context.globalAlpha = shown * (opacity.dimLabel + (1 - opacity.dimLabel) * lit);
        context.fillStyle = palette.hues[0];
        drawLabel(context, label, font);
      }
      context.globalAlpha = 1;
    },
    bandAt(frame, { x, y }) {
      context.resetTransform();
      return (
        frame.bands.find(({ item }) => context.isPointInPath(new Path2D(item.path), x, y))?.item.figure ??
        null
      );
    },
    mark: (frame, dot, palette) => drawMark(context, frame, dot, palette),
  };
}

function drawLabel(
  context: OffscreenCanvasRenderingContext2D,
  { value, lines, x, y, size }: Label,
  font: string,
) {
  context.font = `700 ${size}px ${font}`;
  const valueWidth = context.measureText(value).width;
  context.fillText(value, x, y);
  context.font = `400 ${size}px ${font}`;
  lines.forEach((line, i) =>
    i === 0
      ? context.fillText(` ${line}`, x + valueWidth, y)
      : context.fillText(line, x, y + i * size * leading),
  );
}

/** The ring round the one dot that a reader follows, in pixels: its least radius and its line. */
const leastMark = 6;
const markLine = 2;

function drawMark(
  context: OffscreenCanvasRenderingContext2D,
  frame: Frame,
  dot: number,
  palette: Palette,
): void {
  const { x, y, radius } = frame;
  context.beginPath();
  context.arc(x[dot], y[dot], Math.max(radius * 1.8, leastMark), 0, fullTurn);
  context.strokeStyle = palette.paper;
  context.lineWidth = markLine * 2.5;
  context.stroke();
  context.strokeStyle = palette.hues[0];
  context.lineWidth = markLine;
  context.stroke();
}
