import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { choose, editions } from "./reading.ts";
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

describe("the way out", () => {
  it("stays on top of receipts and notes, wherever in the window what opens them is, and these are in the window", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`);
    await page.waitForSelector("body > [role=status]", { state: "attached" });
    for (const [width, height] of [
      [1280, 800],
      [844, 390],
      [320, 568],
      [256, 200],
    ]) {
      await page.setViewportSize({ width, height });
      const covered = await page.evaluate(() => {
        const exit = document.querySelector("a.exit")!;
        const openers = document.querySelectorAll<HTMLElement>("main :is(a.n[href], button[popovertarget])");
        const found: string[] = [];
        for (const opener of new Map(
          Array.from(openers, (opener) => [opener.textContent, opener]),
        ).values()) {
          for (const share of [0, 0.5, 1]) {
            const { bottom, left, right, top } = exit.getBoundingClientRect();
            const box = opener.getBoundingClientRect();
            const wanted = bottom + share * (innerHeight - bottom - box.height);
            scrollBy({ top: box.top - wanted, behavior: "instant" });
            // All before the next frame: there the scroll is heard, which closes receipts.
            opener.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
            const opened = document.querySelector(".receipt, :popover-open")!.getBoundingClientRect();
            const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
              [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const),
            );
            const isOnTop = points.every(([x, y]) => document.elementFromPoint(x, y) === exit);
            const isInside = opened.left >= 0 && opened.right <= innerWidth && opened.bottom <= innerHeight;
            if (!isOnTop || !isInside) found.push(`${share}: ${opener.textContent}`);
            if (opener.matches("button")) opener.click();
          }
        }
        return found;
      });
      expect({ width, height, covered }).toEqual({ width, height, covered: [] });
    }
    await close();
  });

  it("is not on paper", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("a.exit").isVisible()).toBe(false);
    await close();
  });
});

/** 1280 × 800 and 1024 × 800 at 400 % among them. */
const windows = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 200 },
  { width: 256, height: 200 },
];

describe.each(windows)("the way out at $width × $height", (size) => {
  it.each([true, false])("is on top at every place of the page (script: %s)", async (javaScript) => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, { ...size, javaScript });
    const link = page.locator("a.exit");
    const bottom = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top <= bottom; top += bottom / 24) {
      await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
      const onTop = await link.evaluate((link) => {
        const { left, right, top, bottom } = link.getBoundingClientRect();
        const corners = [left + 2, right - 2].flatMap((x) =>
          [top + 2, bottom - 2].map((y) => [x, y] as const),
        );
        return corners.every(([x, y]) => document.elementFromPoint(x, y) === link);
      });
      expect(onTop).toBe(true);
    }
    await close();
  });

  it("covers no focus, in any edition, on the way through the page and back", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, size);
    const covered: string[] = [];
    for (const edition of editions) {
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
      await choose(page, edition);
      for (const key of edition === "scroll" ? ["Tab", "Shift+Tab"] : ["Tab"]) {
        await page.evaluate(() => {
          (document.activeElement as HTMLElement).blur();
          getSelection()!.removeAllRanges();
        });
        let stops = 0;
        for (let onPage = true; onPage;) {
          await page.keyboard.press(key);
          const focus = await page.evaluate(() => {
            const focused = document.activeElement!;
            const boxes = [...focused.getClientRects()];
            const seen = boxes.some(({ left, top, width, height }) => {
              const found = document.elementFromPoint(left + width / 2, top + height / 2);
              return found !== null && (focused.contains(found) || found.contains(focused));
            });
            return { onPage: focused !== document.body, seen, is: focused.outerHTML.slice(0, 120) };
          });
          ({ onPage } = focus);
          stops += Number(onPage);
          if (onPage && !focus.seen) covered.push(`${edition}, ${key}: ${focus.is}`);
        }
        expect(stops).toBeGreaterThan(40);
      }
    }
    expect(covered).toEqual([]);
    await close();
  });
});
