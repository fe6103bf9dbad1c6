import { leading } from "../flow/labels.ts";
import type { Frame, Run } from "../flow/transition.ts";
import type { Label } from "../flow/types.ts";
import { mixColours, opacity, ringLine, type Palette } from "./palette.ts";

const fullTurn = 2 * Math.PI;

/**
 * Draws a frame on a canvas whose unit is the CSS pixel, over whatever is there. `font` is a CSS font family.
 * It draws what `drawPicture` draws, stroke for stroke.
 */
export function drawFrame(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: Palette,
  font: string,
): void {
  for (const { band, shown, lit } of frame.bands) {
    context.globalAlpha = shown * (opacity.dimBand + (opacity.band - opacity.dimBand) * lit);
    context.fillStyle = palette.hues[band.hue];
    context.fill(new Path2D(band.path));
  }
  for (const run of frame.runs) drawRun(context, frame, run, palette);
  for (const { label, shown, lit } of frame.labels) {
    context.globalAlpha = shown * (opacity.dimLabel + (1 - opacity.dimLabel) * lit);
    context.fillStyle = palette.hues[0];
    drawLabel(context, label, font);
  }
  context.globalAlpha = 1;
}

/** The dots of a run are one path of rings: a ring as thick as its radius is a full dot. */
function drawRun(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { start, end, from, to }: Run,
  palette: Palette,
) {
  const { x, y, radius, mix } = frame;
  const between = (a: number, b: number) => a + (b - a) * mix;
  const line = radius * between(from.hollow ? ringLine : 1, to.hollow ? ringLine : 1);
  context.globalAlpha = between(from.lit ? 1 : opacity.dimDot, to.lit ? 1 : opacity.dimDot);
  const colour = mixColours(palette.hues[from.hue], palette.hues[to.hue], mix);
  context.beginPath();
  const ring = radius - line / 2;
  const full = line === radius;
  for (let i = start; i < end; i++) {
    const r = full ? radius : ring;
    context.moveTo(x[i] + r, y[i]);
    context.arc(x[i], y[i], r, 0, fullTurn);
  }
  if (full) {
    context.fillStyle = colour;
    context.fill();
  } else {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.stroke();
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { value, lines, x, y, anchor, size }: Label,
  font: string,
) {
  const bold = `700 ${size}px ${font}`;
  const plain = `400 ${size}px ${font}`;
  const rest = ` ${lines[0]}`;
  context.font = plain;
  const restWidth = context.measureText(rest).width;
  context.font = bold;
  const valueWidth = context.measureText(value).width;
  const left = anchor === "middle" ? x - (valueWidth + restWidth) / 2 : x;
  context.textAlign = "left";
  context.fillText(value, left, y);
  context.font = plain;
  context.fillText(rest, left + valueWidth, y);
  context.textAlign = anchor === "middle" ? "center" : "left";
  lines.slice(1).forEach((line, i) => context.fillText(line, x, y + (i + 1) * size * leading));
}

/** The ring round the one dot that a reader follows, in pixels: its least radius and its line. */
const leastMark = 6;
const markLine = 2;

/** Marks one dot of a frame so that it can be followed among all the others. */
export function drawMark(
  context: CanvasRenderingContext2D,
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
