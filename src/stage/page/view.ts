import type { Label, Size, Stage } from "../types.ts";
import { insertStage, readPalette } from "./dom.ts";
import { createLink, type Link, type Report } from "./link.ts";
import type { Touched } from "./messages.ts";
import { createReaderPosition, type ReaderPosition } from "./reader-position.ts";
import { startWorker } from "./start-worker.ts";

/** The moving stage of one sequence of scenes. */
export interface StageView {
  readonly canvas: HTMLCanvasElement;
  /** Takes the still pictures' places and follows the reader. */
  start(): void;
  /** Shows the stage at a place in the sequence: scene index plus the progress of the change into it, less one. */
  seek(position: number): void;
  /** Leaves the choice of the place to `seek` alone, or follows the reader's scrolling again. */
  steer(isSteered: boolean): void;
  /** Highlights the dots of some figures in place of those in the scenes' focus; null: as the scenes do. */
  highlight(figures: readonly string[] | null): void;
  /** Keeps a ring round one dot, or the first of a figure, through all the scenes; null for none. */
  follow(dot: number | string | null): void;
  /** What stands at a point of the window, in CSS pixels. */
  touch(x: number, y: number): Promise<Touched | null>;
  /** The labels on the stage, those of the figures that stand apart: in order. */
  labels(): readonly Label[];
  /** Leaves the page as it was. */
  destroy(): void;
}

/**
 * Prepares the moving stage of a `.sequence`, which the script at an address draws; null where it can't move. `shown`:
 * what it shows, if that could be had.
 */
export function createStageView(
  sequence: HTMLElement,
  script: string,
  shown: Stage | undefined,
): StageView | null {
  if (!shown || !("transferControlToOffscreen" in HTMLCanvasElement.prototype)) return null;
  const worker = startWorker(script);
  return worker && connectWorker(worker, sequence, shown);
}

/** Beyond this many pixels to a CSS pixel nobody sees a finer dot. */
const sharpest = 2;

function connectWorker(worker: Worker, sequence: HTMLElement, shown: Stage): StageView {
  const elements = insertStage(sequence);
  const { stage, view, canvas } = elements;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const schemes = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(forced-colors: active)")];
  const listening = new AbortController();
  let labels: readonly Label[] = [];
  let isHighlighting = false;
  const destroy = () => {
    worker.terminate();
    listening.abort();
    stage.remove();
    sequence.classList.remove("live");
  };
  const hear = (reply: Report) => {
    sequence.classList.toggle("live", reply.is === "drawn");
    if (reply.is === "drawn") ({ labels } = reply);
  };
  const { open, send, touch } = createLink(worker, hear, destroy);
  const position = createReaderPosition(elements, still, (position) =>
    send({ do: "seek", position: Math.max(0, position), glides: !still.matches }),
  );
  const sendStyle = () => {
    const font = getComputedStyle(view).fontFamily;
    send({ do: "style", style: { palette: readPalette(sequence), font } });
  };
  return {
    canvas,
    start() {
      const { signal } = listening;
      open({ canvas: canvas.transferControlToOffscreen(), stage: shown });
      sendStyle();
      for (const scheme of schemes) scheme.addEventListener("change", sendStyle, { signal });
      watchSize([view, sequence], canvas, position, send, signal);
      addEventListener("scroll", position.follow, { passive: true, signal });
      still.addEventListener("change", position.follow, { signal });
    },
    seek: position.seek,
    steer: position.steer,
    highlight(figures) {
      if (figures === null && !isHighlighting) return;
      isHighlighting = figures !== null;
      send({ do: "highlight", figures });
    },
    follow: (dot) => send({ do: "follow", dot }),
    touch(x, y) {
      const { left, top } = canvas.getBoundingClientRect();
      return touch(x - left, y - top);
    },
    labels: () => labels,
    destroy,
  };
}

/** Measures the page where one of the elements gets another size, and sends the canvas's where that is another. */
function watchSize(
  elements: readonly HTMLElement[],
  canvas: HTMLCanvasElement,
  position: ReaderPosition,
  send: Link["send"],
  signal: AbortSignal,
): void {
  let size: Size = { width: 0, height: 0 };
  let windowHeight = 0;
  const sizes = new ResizeObserver(() => {
    const { width, height } = canvas.getBoundingClientRect();
    if (width >= 1 && height >= 1 && (size.width !== width || size.height !== height)) {
      size = { width, height };
      windowHeight = innerHeight;
      send({ do: "fit", size, sharpness: Math.min(devicePixelRatio, sharpest) });
    }
    position.measure(windowHeight);
    position.follow();
  });
  for (const element of elements) sizes.observe(element);
  signal.addEventListener("abort", () => sizes.disconnect());
}
