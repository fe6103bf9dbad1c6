import type { Label, Size, Stage } from "../types.ts";
import { momentAt, type ReadingLine, type SceneBox } from "../motion/scroll.ts";
import { insertStage, readBoxes, readingLine, readPalette } from "./dom.ts";
import type { Opening, Order, Reply, Touched } from "./messages.ts";
import { startWorker } from "./start-worker.ts";

/** The moving stage of one sequence of scenes. */
export interface StageView {
  readonly canvas: HTMLCanvasElement;
  /** Takes the still pictures' places and follows the reader. */
  start(): void;
  /** Shows the stage at a place in the sequence: scene index plus the share of the change into it, less one. */
  seek(position: number): void;
  /** Leaves the choice of the place to `seek` alone, or follows the reader's scrolling again. */
  steer(steered: boolean): void;
  /** Lights up the dots of some figures in place of those that the scenes look at; null: as the scenes do. */
  light(figures: readonly string[] | null): void;
  /** Keeps a ring round one dot through all the scenes; null for none. */
  follow(dot: number | string | null): void;
  /** What stands at a point of the window, in CSS pixels. */
  touch(x: number, y: number): Promise<Touched | null>;
  /** The words on the stage, those of the figures that stand apart: in order. */
  labels(): readonly Label[];
  /** Leaves the page as it was. */
  destroy(): void;
}

/** Beyond this many pixels to a CSS pixel nobody sees a finer dot. */
const sharpest = 2;

/** All that changes while a page is read. */
interface State {
  size: Size;
  /**
   * The height of the window when the stage took its size. A phone's bars come and go as the reader scrolls, and the
   * stage stays as it is, of which size it is and what it shows.
   */
  height: number;
  /** The place that the worker was told of last. */
  position: number;
  lit: boolean;
  steered: boolean;
  boxes: readonly SceneBox[];
  line: ReadingLine | null;
  labels: readonly Label[];
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
  if (worker === null) return null;
  const elements = insertStage(sequence);
  const { stage, view, canvas, scenes } = elements;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const schemes = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(forced-colors: active)")];
  const heard = new AbortController();
  const { signal } = heard;
  const asked: ((touched: Touched | null) => void)[] = [];
  const state: State = {
    size: { width: 0, height: 0 },
    height: 0,
    position: NaN,
    lit: false,
    steered: false,
    boxes: [],
    line: null,
    labels: [],
  };

  const tell = (order: Order) => worker.postMessage(order);

  const measure = () => {
    const { width, height } = canvas.getBoundingClientRect();
    state.boxes = readBoxes(scenes);
    state.line = readingLine(elements);
    if (width >= 1 && height >= 1 && (state.size.width !== width || state.size.height !== height)) {
      state.size = { width, height };
      state.height = innerHeight;
      tell({ do: "fit", size: state.size, sharpness: Math.min(devicePixelRatio, sharpest) });
    }
    scrolled();
  };

  const readLook = () =>
    tell({ do: "look", palette: readPalette(sequence), font: getComputedStyle(view).fontFamily });

  const scrolled = () => {
    if (state.line === null || state.steered) return;
    const shown = { top: scrollY, height: state.height };
    const { scene, progress } = momentAt(state.boxes, shown, state.line);
    seek(scene - 1 + (still.matches ? Math.round(progress) : progress));
  };

  const seek = (position: number) => {
    if (position === state.position) return;
    state.position = position;
    tell({ do: "seek", position: Math.max(0, position), glides: !still.matches });
  };

  const destroy = () => {
    worker.terminate();
    sizes.disconnect();
    heard.abort();
    stage.remove();
    sequence.classList.remove("live");
  };

  const sizes = new ResizeObserver(measure);
  worker.addEventListener("message", ({ data: reply }: MessageEvent<Reply>) => {
    if (reply.is === "touched") return asked.shift()?.(reply.touched);
    sequence.classList.toggle("live", reply.is === "drawn");
    if (reply.is === "drawn") state.labels = reply.labels;
  });
  worker.addEventListener("error", destroy);
  return {
    canvas,
    start() {
      const opening: Opening = {
        canvas: canvas.transferControlToOffscreen(),
        stage: shown,
      };
      worker.postMessage(opening, [opening.canvas]);
      readLook();
      sizes.observe(view);
      sizes.observe(sequence);
      addEventListener("scroll", scrolled, { passive: true, signal });
      for (const scheme of schemes) scheme.addEventListener("change", readLook, { signal });
      still.addEventListener("change", scrolled, { signal });
    },
    seek,
    steer(steered) {
      state.steered = steered;
      scrolled();
    },
    light(figures) {
      if (figures === null && !state.lit) return;
      state.lit = figures !== null;
      tell({ do: "light", figures });
    },
    follow: (dot) => tell({ do: "follow", dot }),
    touch(x, y) {
      const { left, top } = canvas.getBoundingClientRect();
      tell({ do: "touch", x: x - left, y: y - top });
      return new Promise((resolve) => asked.push(resolve));
    },
    labels: () => state.labels,
    destroy,
  };
}
