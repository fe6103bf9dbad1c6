import { lerp } from "../motion/lerp.ts";
import type { Frame } from "../transition.ts";
import type { Label } from "../types.ts";
import { leading } from "../words/labels.ts";
import { opacity, type Palette } from "./palette.ts";
import { drawDots } from "./raster.ts";

type Context = OffscreenCanvasRenderingContext2D;

/** The colours of a stage, and the CSS font family of its labels. */
export interface Style {
  readonly palette: Palette;
  readonly font: string;
}

/** Draws frames on one canvas. */
export interface Painter {
  /** Draws a frame over whatever is there, `sharpness` pixels of the canvas to a CSS pixel: what `drawPicture` draws. */
  paint(frame: Frame, style: Style, sharpness: number): void;
  /** The figure whose band lies at a point of the stage, in CSS pixels; null where there is none. */
  bandAt(frame: Frame, at: { readonly x: number; readonly y: number }): string | null;
  /** Draws a ring round one dot of the frame that was painted last, so that it can be followed among all the others. */
  mark(frame: Frame, dot: number, palette: Palette): void;
}

export function createPainter(context: Context): Painter {
  const { canvas } = context;
  let image: ImageData | null = null;
  let colours = new Uint32Array();
  return {
    paint(frame, { palette, font }, sharpness) {
      const { width, height } = canvas;
      if (image?.width !== width || image.height !== height) {
        image = context.createImageData(width, height);
        colours = new Uint32Array(image.data.buffer);
      } else colours.fill(0);
      drawDots({ colours, width, height, sharpness }, frame, palette);
      context.putImageData(image, 0, 0);
      context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      // The pixels of the dots replace whatever was there, so the bands slip in below them.
      context.globalCompositeOperation = "destination-over";
      drawBands(context, frame, palette);
      context.globalCompositeOperation = "source-over";
      drawLabels(context, frame, palette, font);
      context.globalAlpha = 1;
    },
    bandAt(frame, { x, y }) {
      context.resetTransform();
      const band = frame.bands.find(({ item }) => context.isPointInPath(new Path2D(item.path), x, y));
      return band?.item.figure ?? null;
    },
    mark: (frame, dot, palette) => drawMark(context, frame, dot, palette),
  };
}

function drawBands(context: Context, { bands }: Frame, { hues }: Palette): void {
  for (const { item: band, visibility, highlight } of bands) {
    context.globalAlpha = visibility * lerp(opacity.dimBand, opacity.band, highlight);
    context.fillStyle = hues[band.hue];
    context.fill(new Path2D(band.path));
  }
}

function drawLabels(context: Context, { labels }: Frame, { hues }: Palette, font: string): void {
  context.fillStyle = hues[0];
  for (const { item: label, visibility, highlight } of labels) {
    context.globalAlpha = visibility * lerp(opacity.dimLabel, 1, highlight);
    drawLabel(context, label, font);
  }
}

function drawLabel(context: Context, { value, lines, x, y, fontSize }: Label, font: string): void {
  context.font = `700 ${fontSize}px ${font}`;
  const valueWidth = context.measureText(value).width;
  context.fillText(value, x, y);
  context.font = `400 ${fontSize}px ${font}`;
  lines.forEach((line, i) =>
    i === 0
      ? context.fillText(` ${line}`, x + valueWidth, y)
      : context.fillText(line, x, y + i * fontSize * leading),
  );
}

/** The ring round the one dot that a reader follows, in pixels: its least radius and its line. */
const leastMark = 6;
const markLine = 2;

function drawMark(context: Context, { x, y, radius }: Frame, dot: number, { paper, hues }: Palette): void {
  context.beginPath();
  context.arc(x[dot], y[dot], Math.max(radius * 1.8, leastMark), 0, 2 * Math.PI);
  context.strokeStyle = paper;
  context.lineWidth = markLine * 2.5;
  context.stroke();
  context.strokeStyle = hues[0];
  context.lineWidth = markLine;
  context.stroke();
}
