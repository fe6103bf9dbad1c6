import { createPainter } from "../draw/canvas.ts";
import type { Palette } from "../draw/palette.ts";
import { dotAt, labelAt } from "../draw/hit.ts";
import { partAt } from "../groups/runs.ts";
import { layoutStage, relight, type StageLayout } from "../layout.ts";
import { frameAt, type Frame } from "../transition.ts";
import type { Label, Size } from "../types.ts";
import type { Opening, Order, Reply, Touched } from "./messages.ts";

/*
 * Lays out and draws a stage away from the page, which so stays free for the reader's scrolling on slow devices.
 */

/** Time in which the stage makes up for most of a jerk of the wheel, in milliseconds. */
const smoothing = 55;
/** A jump of more than so many scenes is not shown as a journey. */
const longestGlide = 1.2;
/** The stage is drawn at its own size, so its words stay above 12 pixels. */
const smallestText = 13;

function reply(message: Reply): void {
  postMessage(message);
}

/** Draws one stage as it is told. */
function createStage({ canvas, stage }: Opening): (order: Order) => void {
  const context = canvas.getContext("2d");
  // Without an answer the page leaves its still pictures where they are.
  if (context === null) return () => undefined;
  const painter = createPainter(context);
  let layout: StageLayout | null = null;
  /** The layout as it is lit now. */
  let lit: StageLayout | null = null;
  let figures: readonly string[] | null = null;
  let followed: number | null = null;
  let look: { readonly palette: Palette; readonly font: string } | null = null;
  let frame: Frame | null = null;
  /** What is drawn, and what shall be. */
  let shown = NaN;
  let wanted = NaN;
  /** The scene of the frame, also while it waits to be drawn anew. */
  let scene = 0;
  let glides = false;
  let lastFrame = 0;
  /** The words that the page knows of. */
  let told: readonly Label[] | null = null;
  let request = 0;

  const relit = () => {
    lit = layout && figures ? relight(layout, figures) : layout;
    redraw();
  };

  const redraw = () => {
    shown = NaN;
    schedule();
  };

  const schedule = () => {
    if (request === 0) request = requestAnimationFrame(step);
  };

  const step = (now: number) => {
    request = 0;
    const distance = Math.abs(wanted - shown);
    const elapsed = Math.min(64, now - lastFrame);
    lastFrame = now;
    const share = 1 - Math.exp(-(elapsed > 0 ? elapsed : 16) / smoothing);
    const next =
      glides && distance <= longestGlide && distance > 0.002 ? shown + (wanted - shown) * share : wanted;
    if (next !== shown) draw(next);
    if (next !== wanted) schedule();
  };

  const draw = (position: number) => {
    if (lit === null || look === null || Number.isNaN(position)) return;
    scene = Math.ceil(position);
    frame = frameAt(lit, scene, position - scene + 1);
    painter.paint(frame, look.palette, look.font, canvas.width / lit.size.width);
    if (followed !== null) painter.mark(frame, followed, look.palette);
    shown = position;
    const { labels } = lit.placements[scene];
    if (position === wanted && labels !== told) {
      told = labels;
      reply({ is: "drawn", labels });
    }
  };

  const fit = (size: Size, sharpness: number) => {
    layout = layoutStage(stage, size, smallestText);
    canvas.width = Math.round(size.width * sharpness);
    canvas.height = Math.round(size.height * sharpness);
    relit();
  };

  const firstDotOf = (figure: string): number | null => {
    const part = layout?.placements[scene].parts.find((part) => part.figure === figure);
    return part && part.start < part.end ? part.start : null;
  };

  const touch = (x: number, y: number): Touched | null => {
    if (frame === null || layout === null) return null;
    const dot = dotAt(frame, { x, y });
    const figure =
      dot === null
        ? (labelAt(frame, { x, y }) ?? painter.bandAt(frame, { x, y }))
        : partAt(layout.placements[scene], dot).figure;
    return figure === null ? null : { figure, dot };
  };

  canvas.addEventListener("contextlost", () => {
    told = null;
    reply({ is: "lost" });
  });
  canvas.addEventListener("contextrestored", redraw);
  return (order) => {
    switch (order.do) {
      case "fit":
        return fit(order.size, order.sharpness);
      case "look":
        look = order;
        return redraw();
      case "seek":
        ({ position: wanted, glides } = order);
        return schedule();
      case "light":
        ({ figures } = order);
        return relit();
      case "follow":
        followed = typeof order.dot === "string" ? firstDotOf(order.dot) : order.dot;
        return redraw();
      case "touch":
        return reply({ is: "touched", touched: touch(order.x, order.y) });
    }
  };
}

/** What a worker does: the first message opens a stage, all others are orders. */
export function startDrawing(): void {
  addEventListener(
    "message",
    ({ data }: MessageEvent<Opening>) => {
      const obey = createStage(data);
      addEventListener("message", ({ data }: MessageEvent<Order>) => obey(data));
    },
    { once: true },
  );
}
