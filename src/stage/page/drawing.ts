import { createPainter, type Style } from "../draw/canvas.ts";
import { dotAt, labelAt } from "../draw/hit.ts";
import { runAt } from "../groups/runs.ts";
import { highlight, layoutStage, type StageLayout } from "../layout.ts";
import { frameAt, type Frame } from "../transition.ts";
import type { Label, Placement, Size } from "../types.ts";
import type { Opening, Touched } from "./messages.ts";

/** The stage is drawn at its own size, so its words stay above 12 pixels. */
const smallestText = 13;

/** One stage on its canvas. What is changed shows with the next `draw`. */
export interface Drawing {
  fit(size: Size, sharpness: number): void;
  setStyle(style: Style): void;
  highlight(figures: readonly string[] | null): void;
  follow(dot: number | string | null): void;
  /** Draws a position, and gives the labels of its scene; null while there is no size or no style. */
  draw(position: number): readonly Label[] | null;
  /** What stands at a point of the stage, in CSS pixels. */
  touch(x: number, y: number): Touched | null;
}

export function createDrawing(
  { canvas, stage }: Opening,
  context: OffscreenCanvasRenderingContext2D,
): Drawing {
  const painter = createPainter(context);
  let layout: StageLayout | null = null;
  /** The layout with its figures highlighted as a reader wants it. */
  let shown: StageLayout | null = null;
  let figures: readonly string[] | null = null;
  let style: Style | null = null;
  let followed: number | null = null;
  let frame: Frame | null = null;
  /** The index of the scene that was drawn last. */
  let scene = 0;
  const rehighlight = () => {
    shown = layout && figures ? highlight(layout, figures) : layout;
  };
  return {
    fit(size, sharpness) {
      layout = layoutStage(stage, size, smallestText);
      canvas.width = Math.round(size.width * sharpness);
      canvas.height = Math.round(size.height * sharpness);
      rehighlight();
    },
    setStyle(wanted) {
      style = wanted;
    },
    highlight(wanted) {
      figures = wanted;
      rehighlight();
    },
    follow(dot) {
      followed = typeof dot === "string" ? firstDotOf(dot, layout?.placements[scene]) : dot;
    },
    draw(position) {
      if (shown === null || style === null) return null;
      scene = Math.ceil(position);
      frame = frameAt(shown, scene, position - scene + 1);
      painter.paint(frame, style, canvas.width / shown.size.width);
      if (followed !== null) painter.mark(frame, followed, style.palette);
      return shown.placements[scene].labels;
    },
    touch(x, y) {
      if (frame === null || layout === null) return null;
      const dot = dotAt(frame, { x, y });
      if (dot !== null) return { figure: runAt(layout.placements[scene], dot).figure, dot };
      const figure = labelAt(frame, { x, y }) ?? painter.bandAt(frame, { x, y });
      return figure === null ? null : { figure, dot };
    },
  };
}

/** The first dot of a figure that is drawn as a run; null where it is not, or has no dots. */
function firstDotOf(figure: string, placement: Placement | undefined): number | null {
  const run = placement?.runs.find((run) => run.figure === figure);
  return run && run.start < run.end ? run.start : null;
}
