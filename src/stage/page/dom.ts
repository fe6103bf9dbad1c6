import type { Palette } from "../draw/palette.ts";
import { dimDot, dimDotForced, hueCount } from "../draw/palette.ts";
import type { ReadingLine, SceneBox } from "../motion/scroll.ts";

/** The elements of a sequence of scenes that the moving stage needs. */
export interface StageElements {
  readonly stage: HTMLElement;
  readonly view: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly scenes: readonly HTMLElement[];
}

/**
 * Lays the moving stage over the still pictures' places: the words below it are the pictures' own. It shows when the
 * sequence has the class `live`.
 */
export function insertStage(sequence: HTMLElement): StageElements {
  const canvas = document.createElement("canvas");
  const stage = document.createElement("div");
  stage.className = "stage";
  const view = document.createElement("div");
  view.className = "view";
  const caption = document.createElement("div");
  caption.className = "caption";
  caption.ariaHidden = "true";
  const written = sequence.querySelector("figcaption");
  if (written) caption.append(...Array.from(written.childNodes, (node) => node.cloneNode(true)));
  view.append(canvas, caption);
  stage.append(view);
  // After the heading: what is heard next is what it speaks of.
  sequence.firstElementChild!.after(stage);
  return {
    stage,
    view,
    canvas,
    scenes: [...sequence.querySelectorAll<HTMLElement>("[data-scene]")],
  };
}

/** The page's colours as they are now: light, dark or the reader's own, each as `#rrggbb`. */
export function readPalette(element: HTMLElement): Palette {
  // A canvas knows all names of colours, and says which they are.
  const context = document.createElement("canvas").getContext("2d")!;
  const style = getComputedStyle(element);
  const read = (name: string) => {
    context.fillStyle = style.getPropertyValue(name).trim();
    return context.fillStyle;
  };
  return {
    paper: read("--paper"),
    hues: Array.from({ length: hueCount }, (_, hue) => read(hue === 0 ? "--ink" : `--hue-${hue}`)),
    dimDot: matchMedia("(forced-colors: active)").matches ? dimDotForced : dimDot,
  };
}

/** Where the scenes stand in the document. */
export function readBoxes(scenes: readonly HTMLElement[]): SceneBox[] {
  const offset = scrollY;
  return scenes.map((scene) => {
    return {
      top: scene.getBoundingClientRect().top + offset,
      cardTop: cardOf(scene).getBoundingClientRect().top + offset,
    };
  });
}

/**
 * Beside the stage a card has the whole window to travel through, below it only the lower part. One that is higher than
 * the window is read from its top on.
 */
const beside: ReadingLine = { begins: 0.85, ends: 0.6 };
const high: ReadingLine = { begins: 0.85, ends: 0.35 };
const below: ReadingLine = { begins: 0.72, ends: 0.86 };

export function readingLine(elements: StageElements): ReadingLine {
  const card = cardOf(elements.scenes[0]).getBoundingClientRect();
  const view = elements.view.getBoundingClientRect();
  if (card.right > view.left + 1) return below;
  return card.height > view.height ? high : beside;
}

/** The words of a scene. */
function cardOf(scene: Element): Element {
  return scene.querySelector(".card")!;
}
