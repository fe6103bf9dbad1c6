import { createPainter } from "../draw/canvas.ts";
import type { Palette } from "../draw/palette.ts";
import { dotAt, figureOfDot, labelAt } from "../flow/hit.ts";
import { layoutStage, relight, type StageLayout } from "../flow/stage-layout.ts";
import { frameAt, type Frame } from "../flow/transition.ts";
import type { Label, Stage } from "../flow/types.ts";
import { momentAt, type ReadingLine, type SceneBox } from "../scroll/scroll.ts";
import { insertStage, readBoxes, readingLine, readPalette } from "./stage-dom.ts";

/** What a reader has touched on the stage. */
export interface Touched {
  readonly figure: string;
  /** The one dot; null where its words were touched. */
  readonly dot: number | null;
}

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
  follow(dot: number | null): void;
  /** What stands at a point of the window, in CSS pixels. */
  touch(x: number, y: number): Touched | null;
  /** The words on the stage, those of the figures that stand apart: in order. */
  labels(): readonly Label[];
  /** Leaves the page as it was. */
  destroy(): void;
}

/** Time in which the stage makes up for most of a jerk of the wheel, in milliseconds. */
const smoothing = 55;
/** A jump of more than so many scenes is not shown as a journey. */
const longestGlide = 1.2;
const sharpest = 3;
/** The stage is drawn at its own size, so its words stay above 12 pixels. */
const smallestText = 13;

/** All that changes while a page is read. */
interface State {
  layout: StageLayout | null;
  /** The layout as it is lit now. */
  lit: StageLayout | null;
  figures: readonly string[] | null;
  followed: number | null;
  steered: boolean;
  frame: Frame | null;
  boxes: readonly SceneBox[];
  line: ReadingLine | null;
  palette: Palette | null;
  font: string;
  /** What is drawn, and what shall be. */
  shown: number;
  wanted: number;
  lastFrame: number;
  request: number;
}

/** Prepares the moving stage of a `.sequence`; null where it can't move. */
export function createStageView(sequence: HTMLElement): StageView | null {
  const data = sequence.querySelector("[data-stage]")?.textContent;
  const elements = data ? insertStage(sequence) : null;
  if (!data || elements === null) return null;
  const { stage, view, canvas, context, scenes } = elements;
  const painter = createPainter(context);
  const model = JSON.parse(data) as Stage;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const schemes = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(forced-colors: active)")];
  const state: State = {
    layout: null,
    lit: null,
    figures: null,
    followed: null,
    steered: false,
    frame: null,
    boxes: [],
    line: null,
    palette: null,
    font: "sans-serif",
    shown: NaN,
    wanted: 0,
    lastFrame: 0,
    request: 0,
  };

  const measure = () => {
    const { width, height } = canvas.getBoundingClientRect();
    state.boxes = readBoxes(scenes);
    state.line = readingLine(elements);
    if (width < 1 || height < 1) state.layout = null;
    else if (state.layout?.size.width !== width || state.layout.size.height !== height) {
      state.layout = layoutStage(model, { width, height }, smallestText);
      const sharpness = Math.min(window.devicePixelRatio, sharpest);
      canvas.width = Math.round(width * sharpness);
      canvas.height = Math.round(height * sharpness);
      relit();
    }
    redraw();
    scrolled();
  };

  const relit = () => {
    const { layout, figures } = state;
    state.lit = layout && figures ? relight(layout, figures) : layout;
  };

  const readLook = () => {
    state.palette = readPalette(context, sequence);
    state.font = getComputedStyle(view).fontFamily;
    redraw();
  };

  const redraw = () => {
    state.shown = NaN;
    schedule();
  };

  const scrolled = () => {
    if (state.line === null || state.steered) return;
    const window = { top: globalThis.scrollY, height: globalThis.innerHeight };
    const { scene, progress } = momentAt(state.boxes, window, state.line);
    seek(scene - 1 + (still.matches ? Math.round(progress) : progress));
  };

  const seek = (position: number) => {
    state.wanted = Math.max(0, position);
    schedule();
  };

  const schedule = () => {
    if (state.request === 0 && state.layout !== null) state.request = requestAnimationFrame(step);
  };

  const step = (now: number) => {
    state.request = 0;
    const distance = state.wanted - state.shown;
    const elapsed = Math.min(64, now - state.lastFrame);
    state.lastFrame = now;
    const glides = Math.abs(distance) <= longestGlide && !still.matches;
    const share = 1 - Math.exp(-(elapsed > 0 ? elapsed : 16) / smoothing);
    const next = glides && Math.abs(distance) > 0.002 ? state.shown + distance * share : state.wanted;
    if (next !== state.shown) draw(next);
    if (next !== state.wanted) schedule();
  };

  const draw = (position: number) => {
    const { lit, palette, font, followed } = state;
    if (lit === null || palette === null) return;
    const scene = Math.ceil(position);
    const frame = frameAt(lit, scene, scene === 0 ? 1 : position - scene + 1);
    const sharpness = canvas.width / lit.size.width;
    painter.paint(frame, palette, font, sharpness);
    if (followed !== null) painter.mark(frame, followed, palette);
    state.frame = frame;
    state.shown = position;
    sequence.classList.add("live");
  };

  const sizes = new ResizeObserver(measure);
  return {
    canvas,
    start() {
      readLook();
      sizes.observe(view);
      sizes.observe(sequence);
      addEventListener("scroll", scrolled, { passive: true });
      for (const scheme of schemes) scheme.addEventListener("change", readLook);
      still.addEventListener("change", scrolled);
    },
    seek,
    steer(steered) {
      state.steered = steered;
      scrolled();
    },
    light(figures) {
      if (figures === null && state.figures === null) return;
      state.figures = figures;
      relit();
      redraw();
    },
    follow(dot) {
      state.followed = dot;
      redraw();
    },
    touch(x, y) {
      const { frame, layout, shown } = state;
      if (frame === null || layout === null) return null;
      const { left, top } = canvas.getBoundingClientRect();
      const at = { x: x - left, y: y - top };
      const dot = dotAt(frame, at);
      const figure = dot === null ? labelAt(frame, at) : figureOfDot(layout, Math.ceil(shown), dot);
      return figure === null ? null : { figure, dot };
    },
    labels: () => state.layout?.placements[Math.ceil(state.wanted)]?.labels ?? [],
    destroy() {
      cancelAnimationFrame(state.request);
      state.layout = null;
      sizes.disconnect();
      removeEventListener("scroll", scrolled);
      for (const scheme of schemes) scheme.removeEventListener("change", readLook);
      still.removeEventListener("change", scrolled);
      stage.remove();
      sequence.classList.remove("live");
    },
  };
}
