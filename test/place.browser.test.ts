import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { settle } from "./reading.ts";
import { serveSite } from "./serve.ts";

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launchChromium();
  server = await serveSite();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** What stands at the middle of the window, and where it begins: CSS pixels below the window's top. */
function place(page: Page): Promise<{ words: string; top: number }> {
  return page.evaluate(() => {
    const blocks = [...document.querySelectorAll("main :is(p, h2, h3, table)")];
    const boxes = blocks.map((block) => ({ block, box: block.getBoundingClientRect() }));
    const { block, box } = boxes.find(({ box }) => box.height > 1 && box.bottom > innerHeight / 2)!;
    return { words: block.textContent, top: box.top };
  });
}

/** Browsers keep whole pixels. */
function expectSame(now: Awaited<ReturnType<typeof place>>, before: typeof now): void {
  expect(now.words).toBe(before.words);
  expect(Math.abs(now.top - before.top)).toBeLessThanOrEqual(1);
}

describe.each([
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
])("the reader's place at $width × $height", (size) => {
  it.each([0.3, 0.6, 0.8, 0.95])(
    "is the same after a reload and after a visit elsewhere, %f of the way down",
    async (share) => {
      const { page, close } = await openPage(browser, `${server.url}${slug}/`, size);
      await settle(page);
      await page.evaluate((share) => scrollTo(0, document.body.scrollHeight * share), share);
      await settle(page);
      const before = await place(page);
      await page.reload();
      await settle(page);
      expectSame(await place(page), before);
      await page.goto(`${server.url}404.html`);
      await page.goBack();
      await settle(page);
      expectSame(await place(page), before);
      await close();
    },
  );

  it("moves nothing while the rest of the page is laid out below it", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, size);
    await page.evaluate(() => scrollTo(0, 400));
    const before = await place(page);
    await settle(page);
    expectSame(await place(page), before);
    await close();
  });
});
