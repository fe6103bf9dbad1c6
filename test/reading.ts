import type { Page } from "playwright-core";

/** How a reader may have the pictures: what the control on the page offers. */
export const editions = ["scroll", "steps", "all"] as const;
export type Edition = (typeof editions)[number];

/** Chooses an edition as a reader does: by its words. */
export async function choose(page: Page, edition: Edition): Promise<void> {
  const words = { scroll: "Scroll", steps: "Step by step", all: "All at once" }[edition];
  await page.locator(".editions label", { hasText: words }).click();
}

export function sceneIds(page: Page): Promise<string[]> {
  return page.$$eval("[data-scene]", (scenes) => scenes.map(({ id }) => id));
}

/** The ids of the scenes that are to be seen. */
export function shownScenes(page: Page): Promise<string[]> {
  return page.$$eval("[data-scene]", (scenes) =>
    scenes.filter((scene) => scene.checkVisibility()).map(({ id }) => id),
  );
}

/** Goes to a scene as a link to it does. */
export async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((id) => document.getElementById(id)!.scrollIntoView({ behavior: "instant" }), id);
}

/** Waits until the stage has drawn what belongs to the place, and stands still. */
export async function settle(page: Page): Promise<void> {
  await page.waitForSelector(".sequence.live");
  await page.$eval("canvas", async (canvas) => {
    await document.fonts.ready;
    // Not as PNG: to write one takes as long as to draw the stage.
    const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    const read = () => {
      const { width, height } = canvas.getBoundingClientRect();
      copy.canvas.width = Math.round(width * devicePixelRatio) || 1;
      copy.canvas.height = Math.round(height * devicePixelRatio) || 1;
      copy.drawImage(canvas, 0, 0, copy.canvas.width, copy.canvas.height);
      return new Uint32Array(copy.getImageData(0, 0, copy.canvas.width, copy.canvas.height).data.buffer);
    };
    let now = read();
    let before: typeof now;
    do {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 250));
      now = read();
    } while (now.length !== before.length || now.some((pixel, i) => pixel !== before[i]));
  });
}

/** The stage as a PNG's data URL. Its canvas is drawn by a worker, so that only a copy of it can be read. */
function readStage(page: Page): Promise<string> {
  return page.$eval("canvas", (canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    const copy = document.createElement("canvas");
    copy.width = Math.round(width * devicePixelRatio);
    copy.height = Math.round(height * devicePixelRatio);
    copy.getContext("2d")!.drawImage(canvas, 0, 0, copy.width, copy.height);
    return copy.toDataURL();
  });
}

/** The stage's picture, as PNG. */
export async function stagePicture(page: Page): Promise<Buffer> {
  const url = await readStage(page);
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
