import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { serveSite } from "./serve.ts";
import { type Line, serveSlowly } from "./slow-line.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** When something first was to be seen, in milliseconds from when the page was asked for, and how far things jumped. */
interface Arrival {
  readonly words?: number;
  readonly still?: number;
  readonly stage?: number;
  readonly shifts: number;
}

const lines: Readonly<Record<string, Line & { readonly slowdown: number }>> = {
  "an old phone": { kilobits: 1600, roundTrip: 150, loss: 0, slowdown: 6 },
  "an old phone on a bad line": { kilobits: 400, roundTrip: 400, loss: 0.02, slowdown: 20 },
};

describe.each(Object.keys(lines))("on %s", (name) => {
  it("the words come first, with the still picture, then the stage; nothing jumps", async () => {
    const { slowdown, ...line } = lines[name];
    const site = await serveSlowly(await serveSite(), line);
    const { page, close } = await openPage(browser, "about:blank", { width: 390, height: 844 });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(() => {
      const arrival: Record<string, number> = { shifts: 0 };
      Object.assign(window, { arrival });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          arrival["shifts"] += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      const look = (now: number) => {
        const isSeen = (selector: string) =>
          [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
        const places = { words: "article p", still: "[data-scene] .still", stage: ".live canvas" };
        for (const [what, selector] of Object.entries(places)) if (isSeen(selector)) arrival[what] ??= now;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${site.url}${slug}/`, { waitUntil: "commit" });
    await page.waitForFunction(() => "stage" in (window as unknown as { arrival: object }).arrival);
    await page.waitForTimeout(1000);
    const { words, still, stage, shifts } = await page.evaluate(
      () => (window as unknown as { arrival: Arrival }).arrival,
    );
    expect(words).toBeLessThanOrEqual(still!);
    expect(still).toBeLessThan(stage!);
    // When its typeface arrives, words may move within their line by the width of a letter.
    expect(shifts).toBeLessThan(0.0005);
    await close();
    await site.close();
  });
});
