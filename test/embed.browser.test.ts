import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveFolder } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage, type PageOptions } from "./page.ts";
import { countColors, pixelDifference } from "./pixels.ts";
import { serveSite } from "./serve.ts";

let browser: Browser;
let site: RunningServer;
/** Somebody else's page, on another origin, with a policy of its own. */
let host: RunningServer;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  site = await serveSite("/news/");
  folder = await mkdtemp(join(tmpdir(), "host-"));
  // The script is the one that the documentation gives.
  const docs = await readFile("docs/embedding.md", "utf8");
  await writeFile(join(folder, "host.js"), /```js\n([^`]*)```/.exec(docs)![1]);
  const page = (framed: string, script: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Another paper</title><link rel="icon" href="data:,"><h1>Another paper</h1>` +
    `<iframe src="${site.url}${framed}" title="A story" width="100%" height="960"></iframe>${script}<p>The end.`;
  await writeFile(join(folder, "index.html"), page(`${slug}/embed/`, `<script src="host.js"></script>`));
  await writeFile(join(folder, "plain.html"), page(`${slug}/embed/`, ""));
  await writeFile(join(folder, "story.html"), page(`${slug}/`, ""));
  await writeFile(
    join(folder, "sandbox.html"),
    page(`${slug}/embed/`, "").replace("<iframe ", '<iframe sandbox="allow-scripts" '),
  );
  await writeFile(join(folder, "card.html"), `<!doctype html><img src="${site.url}${slug}/card.png">`);
  const policy =
    `default-src 'none'; script-src 'self'; img-src data: ${new URL(site.url).origin}; ` +
    `frame-src ${new URL(site.url).origin}; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'`;
  const headers = [
    ["Content-Security-Policy", policy],
    ["Cross-Origin-Embedder-Policy", "require-corp"],
  ] as const;
  host = await serveFolder(folder, { headers: [{ pattern: "/*", headers }] });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await host.close();
  await rm(folder, { recursive: true });
});

const framed = (page: Page): Frame => page.frames()[1];

async function openHost(path: string, options: PageOptions = {}) {
  const opened = await openPage(browser, host.url + path, options);
  if (options.javaScript !== false) await framed(opened.page).waitForSelector(".sequence.live");
  return opened;
}

/** The picture of the stage once it stands still. */
async function picture(frame: Frame): Promise<Buffer> {
  await frame.waitForTimeout(1300);
  return frame.locator("canvas").screenshot();
}

const heightOf = (page: Page) => page.$eval("iframe", (frame) => frame.clientHeight);

describe.each([
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
])("the embed on another site's page of $width × $height", (size) => {
  it("keeps the picture of its step when it is scrolled, in a frame that is too low", async () => {
    const { page, close } = await openPage(browser, `${site.url}${slug}/embed/`, {
      width: size.width,
      height: 700,
    });
    await page.waitForSelector(".sequence.live");
    const before = await picture(page.mainFrame());
    await page.mouse.wheel(0, 70);
    await page.waitForTimeout(600);
    await page.evaluate(() => scrollTo(0, 0));
    expect(pixelDifference(before, await picture(page.mainFrame()))).toBeLessThan(0.001);
    await close();
  });

  it("takes the height that its tallest step needs, and keeps it from step to step", async () => {
    const { page, faults, close } = await openHost("", size);
    await expect.poll(() => heightOf(page)).not.toBe(960);
    const frame = framed(page);
    await frame.waitForTimeout(300);
    const height = await heightOf(page);
    for (let step = 1; step < 8; step++) {
      await frame.locator(".turn a:visible", { hasText: "Next" }).click();
      const inner = await frame.evaluate(() => [
        document.documentElement.scrollHeight,
        document.documentElement.scrollWidth - innerWidth,
      ]);
      expect(inner).toEqual([height, 0]);
      expect(await heightOf(page)).toBe(height);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it("moves step by step and by scroll", async () => {
    const { page, faults, close } = await openHost("", size);
    const frame = framed(page);
    const first = await picture(frame);
    await frame.locator(".turn a:visible", { hasText: "Next" }).click();
    const second = await picture(frame);
    expect(pixelDifference(first, second)).toBeGreaterThan(0.02);

    await frame.check("[value=scroll]");
    await frame.locator("#all").evaluate((scene) => scene.scrollIntoView());
    const begins = await picture(frame);
    await frame.locator("#outcomes .card").evaluate((card) => card.scrollIntoView({ block: "center" }));
    expect(pixelDifference(await picture(frame), begins)).toBeGreaterThan(0.02);
    expect(faults).toEqual([]);
    await close();
  });

  it("can be read on a page without script, in a frame of the height that the line gives", async () => {
    const { page, faults, close } = await openHost("plain.html", { ...size, javaScript: false });
    const frame = framed(page);
    const shown = frame.locator("[data-scene] svg[role=img]:visible");
    expect(await shown.count()).toBe(1);
    expect(countColors(await shown.screenshot())).toBeGreaterThan(5);
    await frame.locator(".turn a:visible", { hasText: "Next" }).click();
    expect(await frame.locator("#outcomes").isVisible()).toBe(true);
    expect(await frame.locator("#all").isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("the embed", () => {
  it("asks for nothing but its own site's files, and leaves the height alone on a page that doesn't listen", async () => {
    const { page, requests, close } = await openHost("plain.html");
    await page.waitForTimeout(500);
    const others = requests.filter(
      (address) => ![site.url, host.url, "data:"].some((own) => address.startsWith(own)),
    );
    expect(others).toEqual([]);
    expect(await heightOf(page)).toBe(960);
    await close();
  });

  it("shows its still pictures, step by step, in a sandbox that takes its origin away", async () => {
    const { page, faults, close } = await openPage(browser, `${host.url}sandbox.html`);
    const frame = framed(page);
    expect(await frame.evaluate(() => origin)).toBe("null");
    const still = frame.locator(".still:visible");
    const first = await still.screenshot();
    await frame.locator(".turn a:visible", { hasText: "Next" }).click();
    await still.waitFor();
    expect((await still.screenshot()).equals(first)).toBe(false);
    expect(await frame.locator(".stage").count()).toBe(0);
    expect(await frame.evaluate(() => document.fonts.check("1em Newsreader"))).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it("has its height set by no message but its own", async () => {
    const { page, close } = await openHost("");
    await expect.poll(() => heightOf(page)).not.toBe(960);
    const before = await heightOf(page);
    await page.evaluate(() => postMessage({ type: "accounted:height", height: 123 }, "*"));
    await page.waitForTimeout(300);
    expect(await heightOf(page)).toBe(before);
    await close();
  });

  it("opens its links outside the frame, since no other page of the site can be framed", async () => {
    const { page, close } = await openHost("");
    const inside = await framed(page).$$eval("a[href]", (links) =>
      links
        .filter((link) => link.getAttribute("target") !== "_blank")
        .map((link) => link.getAttribute("href")!),
    );
    expect(inside.filter((href) => !href.startsWith("#"))).toEqual([]);
    await close();

    const story = await openPage(browser, `${host.url}story.html`);
    await expect.poll(() => story.faults.join()).toContain("ERR_BLOCKED_BY_RESPONSE");
    await story.close();
  });

  it("has a card to stand in for it, which pages of other origins may show", async () => {
    const { page, close } = await openPage(browser, `${host.url}card.html`);
    expect(await page.$eval("img", (img) => img.naturalWidth)).toBe(1200);
    await close();
  });
});
