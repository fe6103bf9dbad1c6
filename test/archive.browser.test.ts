import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtDocument, filesOf, readBuilt, scriptsOf, slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { countColors, pixelDifference } from "./pixels.ts";
import { dist } from "./serve.ts";

let browser: Browser;
let folder: string;
let address: string;
beforeAll(async () => {
  browser = await launchChromium();
  // Far from the site, and under another name.
  folder = await mkdtemp(join(tmpdir(), "archive "));
  const copy = join(folder, "kept for later.html");
  await copyFile(join(dist, slug, "story.html"), copy);
  address = pathToFileURL(copy).href;
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const offline = { context: { offline: true } };

describe("the archive copy", () => {
  it("opens from a disk with the network off: no fault, and nothing asked for but itself", async () => {
    const { page, faults, requests, close } = await openPage(browser, address, offline);
    await page.waitForSelector(".sequence.live");
    await page.evaluate(() => document.fonts.ready);
    expect(faults).toEqual([]);
    expect(requests.filter((request) => !request.startsWith("data:"))).toEqual([address]);
    expect(await page.evaluate(() => document.fonts.check('1rem "Newsreader"'))).toBe(true);
    await close();
  });

  it("moves: its stage shows another picture in another scene", async () => {
    const { page, faults, close } = await openPage(browser, address, offline);
    await page.waitForSelector(".sequence.live");
    const pictures: Buffer[] = [];
    for (const id of ["all", "outcomes"]) {
      await page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), id);
      await page.waitForTimeout(1500);
      pictures.push(await page.locator("canvas").first().screenshot());
    }
    expect(pixelDifference(pictures[0], pictures[1])).toBeGreaterThan(0.02);
    expect(faults).toEqual([]);
    await close();
  });

  it("says what the site says, word for word and dot for dot", async () => {
    const { document } = parseHTML(await readBuilt(`${slug}/story.html`));
    const published = await builtDocument();
    const words = (of: Document) => {
      const main = of.querySelector("main")!.cloneNode(true) as Element;
      // What a script says is read by nobody.
      main.querySelectorAll("script").forEach((script) => script.remove());
      return main.textContent;
    };
    expect(words(document)).toBe(words(published));
    const paths = (of: Document) => [...of.querySelectorAll("[data-figure]")].map((path) => path.outerHTML);
    expect(paths(document)).toEqual(paths(published));
  });

  it("shows its still pictures without script, and prints", async () => {
    const { page, close } = await openPage(browser, address, { ...offline, javaScript: false });
    const picture = page.locator("[data-scene] svg[role=img]:visible").first();
    await picture.scrollIntoViewIfNeeded();
    expect(countColors(await picture.screenshot())).toBeGreaterThan(5);
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect(pages!.length).toBeGreaterThan(3);
    await close();
  });

  it("is at most 1.35 times as large as its parts", async () => {
    const document = await builtDocument();
    const styles = filesOf(document, "link[rel=stylesheet]", "href");
    const fonts = [...(await readBuilt(styles[0])).matchAll(/[\w-]+\.woff2/g)].map(
      ([name]) => `_astro/${name}`,
    );
    const parts = [`${slug}/index.html`, ...styles, ...new Set(fonts), ...scriptsOf(document)];
    const sizes = await Promise.all(parts.map(async (path) => (await stat(join(dist, path))).size));
    const whole = (await stat(join(dist, slug, "story.html"))).size;
    expect(fonts).not.toEqual([]);
    expect(whole / sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1.35);
  });
});
