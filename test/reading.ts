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
  await page.evaluate(async () => {
    await document.fonts.ready;
    const canvas = document.querySelector("canvas")!;
    const read = () => canvas.toDataURL();
    let before = "";
    for (let now = read(); now !== before; now = read()) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  });
}

/** The stage's picture, as PNG. */
export async function stagePicture(page: Page): Promise<Buffer> {
  const url = await page.$eval("canvas", (canvas) => canvas.toDataURL());
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
