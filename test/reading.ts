import { click, untilThere } from "./engines/acts.ts";
import type { Scope, Tab } from "./engines/types.ts";

/** How a reader may have the pictures: what the control on the page offers. */
export const editions = ["scroll", "steps", "all"] as const;
export type Edition = (typeof editions)[number];

/** Chooses an edition as a reader does: by its words. */
export async function choose(tab: Tab, edition: Edition): Promise<void> {
  await click(tab, `label:has([value=${edition}])`);
}

export function sceneIds(scope: Scope): Promise<string[]> {
  return scope.evaluate(() => Array.from(document.querySelectorAll("[data-scene]"), ({ id }) => id));
}

/** The ids of the scenes that are to be seen. */
export function shownScenes(scope: Scope): Promise<string[]> {
  return scope.evaluate(() =>
    [...document.querySelectorAll("[data-scene]")]
      .filter((scene) => scene.checkVisibility())
      .map(({ id }) => id),
  );
}

export async function scrollTo(scope: Scope, top: number): Promise<void> {
  await scope.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
}

/** Goes to a scene as a link to it does. */
export async function goTo(scope: Scope, id: string): Promise<void> {
  await scope.evaluate((id) => document.getElementById(id)!.scrollIntoView({ behavior: "instant" }), id);
}

/** Waits until the stage has drawn what belongs to the place, and stands still. */
export async function settle(scope: Scope): Promise<void> {
  await untilThere(scope, ".sequence.live");
  await scope.evaluate(async () => {
    await document.fonts.ready;
    const canvas = document.querySelector("canvas")!;
    // Not as PNG: to write one takes as long as to draw the stage.
    const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    const read = () => {
      const { width, height } = canvas.getBoundingClientRect();
      copy.canvas.width = Math.round(width * devicePixelRatio) || 1;
      copy.canvas.height = Math.round(height * devicePixelRatio) || 1;
      copy.drawImage(canvas, 0, 0, copy.canvas.width, copy.canvas.height);
      return new Uint32Array(copy.getImageData(0, 0, copy.canvas.width, copy.canvas.height).data.buffer);
    };
    const moment = async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve, 80));
    };
    // On a busy machine without a graphics processor, Firefox and WebKit are late to show what a worker has drawn.
    const wanted = "chrome" in window ? 3 : 6;
    let before = read();
    for (let still = 0; still < wanted;) {
      await moment();
      const now = read();
      const isSame = now.length === before.length && now.every((pixel, i) => pixel === before[i]);
      still = isSame ? still + 1 : 0;
      before = now;
    }
  });
}

/** The stage's picture, as PNG. Its canvas is drawn by a worker, so that only a copy of it can be read. */
export async function stagePicture(scope: Scope): Promise<Buffer> {
  const url = await scope.evaluate(() => {
    const canvas = document.querySelector("canvas")!;
    const { width, height } = canvas.getBoundingClientRect();
    const copy = document.createElement("canvas");
    copy.width = Math.round(width * devicePixelRatio);
    copy.height = Math.round(height * devicePixelRatio);
    copy.getContext("2d", { willReadFrequently: true })!.drawImage(canvas, 0, 0, copy.width, copy.height);
    return copy.toDataURL();
  });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Whether something of what a selector names is to be seen. */
export function isSeen(scope: Scope, selector: string): Promise<boolean> {
  return scope.evaluate(
    (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility()),
    selector,
  );
}

/** The words of the first element that a selector names; null where there is none. */
export function wordsOf(scope: Scope, selector: string): Promise<string | null> {
  return scope.evaluate((selector) => document.querySelector(selector)?.textContent ?? null, selector);
}

/** Where the first element to be seen that a selector names is in the window, in CSS pixels. */
export function boxOf(scope: Scope, selector: string): Promise<Omit<DOMRect, "toJSON">> {
  return scope.evaluate((selector) => {
    const element = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility())!;
    return element.getBoundingClientRect().toJSON() as DOMRect;
  }, selector);
}

/** The window's width and what the page would take. */
export function widths(scope: Scope): Promise<{ window: number; page: number }> {
  return scope.evaluate(() => ({ window: innerWidth, page: document.documentElement.scrollWidth }));
}

/** How many elements of a kind are to be seen. */
export function countOf(scope: Scope, selector: string): Promise<number> {
  return scope.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length,
    selector,
  );
}

/** The place in the page that the address names, with its `#`. */
export function hashOf(scope: Scope): Promise<string> {
  return scope.evaluate(() => location.hash);
}

/** Gives the window the styles of paper, as a browser does that prints it. */
export async function putOnPaper(scope: Scope): Promise<void> {
  const turned = await scope.evaluate(() => {
    const turn = (rules: CSSRuleList): number => {
      let turned = 0;
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule && /print|screen/.test(rule.media.mediaText)) {
          turned++;
          rule.media.mediaText = rule.media.mediaText.replace(/print|screen/g, (medium) =>
            medium === "print" ? "screen" : "print",
          );
        }
        if ("cssRules" in rule) turned += turn(rule.cssRules as CSSRuleList);
      }
      return turned;
    };
    return [...document.styleSheets].reduce((sum, sheet) => sum + turn(sheet.cssRules), 0);
  });
  if (turned === 0) throw new Error("The page has no styles for paper");
}
