import type { Label } from "../types.ts";
import { createDrawing } from "./drawing.ts";
import { createGlide } from "./glide.ts";
import type { Opening, Order, Reply } from "./messages.ts";

/*
 * Lays out and draws a stage away from the page, which so stays free for the reader's scrolling on slow devices.
 */

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

/** Draws one stage as the page orders. */
function createStage(opening: Opening): (order: Order) => void {
  const { canvas } = opening;
  const context = canvas.getContext("2d");
  // Without an answer the page leaves its still pictures where they are.
  if (context === null) return () => undefined;
  const drawing = createDrawing(opening, context);
  /** The labels that the page knows of. */
  let reported: readonly Label[] | null = null;
  const glide = createGlide((position, isLast) => {
    const labels = drawing.draw(position);
    if (labels !== null && isLast && labels !== reported) {
      reported = labels;
      reply({ is: "drawn", labels });
    }
    return labels !== null;
  });
  canvas.addEventListener("contextlost", () => {
    reported = null;
    reply({ is: "lost" });
  });
  canvas.addEventListener("contextrestored", glide.redraw);
  return (order) => {
    if (order.do === "seek") return glide.seek(order.position, order.glides);
    if (order.do === "touch") return reply({ is: "touched", touched: drawing.touch(order.x, order.y) });
    if (order.do === "fit") drawing.fit(order.size, order.sharpness);
    else if (order.do === "style") drawing.setStyle(order.style);
    else if (order.do === "highlight") drawing.highlight(order.figures);
    else drawing.follow(order.dot);
    glide.redraw();
  };
}

function reply(message: Reply): void {
  postMessage(message);
}
