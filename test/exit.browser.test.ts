import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./chromium.ts";
import { openPage, type PageOptions } from "./page.ts";
import { countColors } from "./pixels.ts";
import { choose, editions } from "./reading.ts";
import { serveSite } from "./serve.ts";

const elsewhere = "https://www.bbc.co.uk/weather";
const blank = "\u200b";

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

/** Opens the story with a stand-in for the other site, which keeps what it was asked. */
async function openStory(options: PageOptions = {}) {
  const opened = await openPage(browser, `${server.url}404.html`, options);
  const { page } = opened;
  const asked: { referrer: string | undefined }[] = [];
  await page.context().route("https://www.bbc.co.uk/**", async (route) => {
    asked.push({ referrer: route.request().headers()["referer"] });
    await route.fulfill({
      contentType: "text/html",
      body: "<title>Weather</title><p>Dry, with sunny spells",
    });
  });
  await page.goto(`${server.url}${slug}/`);
  if (options.javaScript !== false) await page.waitForSelector(".guarded");
  return { ...opened, asked };
}

/** Makes the other site answer with nothing, so that the browser stays: what is seen meanwhile can be looked at. */
async function withhold(context: BrowserContext): Promise<void> {
  await context.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ status: 204 }));
}

async function pressShift(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press("Shift");
}

describe("the way out", () => {
  it("is a link that works without script and says nothing of where the reader comes from", async () => {
    const { page, asked, close } = await openStory({ javaScript: false });
    await page.click("a.exit");
    await page.waitForURL(elsewhere);
    expect(asked).toEqual([{ referrer: undefined }]);
    await close();
  });

  it("takes the story's place in the history: Back leads past it", async () => {
    const { page, asked, close } = await openStory();
    const entries = await page.evaluate(() => history.length);
    await page.click("a.exit");
    await page.waitForURL(elsewhere);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(asked).toEqual([{ referrer: undefined }]);
    await page.evaluate(() => history.back());
    await page.waitForURL(`${server.url}404.html`);
    await close();
  });

  it("opens by Shift pressed three times, and says after each press how many are missing", async () => {
    const { page, close } = await openStory();
    const status = page.locator(".exit + [role=status]");
    await pressShift(page, 1);
    expect(await status.textContent()).toBe("Shift: 2 more presses to leave this page.");
    await pressShift(page, 1);
    expect(await status.textContent()).toBe("Shift: 1 more press to leave this page.");
    expect(await page.locator(".exit").getAttribute("data-presses")).toBe("●●");
    await pressShift(page, 1);
    await page.waitForURL(elsewhere);
    await close();
  });

  it("blanks page and title at once, before the other site answers", async () => {
    const { page, close } = await openStory();
    await withhold(page.context());
    await page.evaluate(() => window.scrollTo(0, 4000));
    await pressShift(page, 3);
    expect(await page.evaluate(() => document.title)).toBe(blank);
    expect(countColors(await page.screenshot())).toBe(1);
    expect(await page.locator("body").isVisible()).toBe(false);
    await close();
  });

  it("leads past all places on the page that the reader has been to", async () => {
    const { page, close } = await openStory();
    await page.click("footer a[href='#corrections']");
    await page.evaluate(() => (location.hash = "#_main"));
    await pressShift(page, 3);
    await page.waitForURL(elsewhere);
    await page.evaluate(() => history.back());
    await page.waitForURL(`${server.url}404.html`);
    await close();
  });

  it("stays blank and leaves again where the browser brings the page back", async () => {
    const { page, close } = await openStory();
    await withhold(page.context());
    await page.click("a.exit");
    const again = page.waitForRequest(elsewhere);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await again;
    expect(await page.evaluate(() => document.title)).toBe(blank);
    expect(await page.locator("body").isVisible()).toBe(false);
    await close();
  });

  it("counts anew after another key, after five seconds, and where Shift goes with another key", async () => {
    const { page, close } = await openStory();
    await page.clock.install();
    await pressShift(page, 2);
    await page.keyboard.press("a");
    await pressShift(page, 2);
    await page.clock.runFor(5100);
    expect(await page.locator(".exit + [role=status]").textContent()).toBe("No longer leaving.");
    await pressShift(page, 1);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+Tab");
    await pressShift(page, 2);
    // Each press begins the five seconds anew.
    await page.clock.runFor(4000);
    expect(await page.locator(".exit").getAttribute("data-presses")).toBe("●●");
    expect(page.url()).toBe(`${server.url}${slug}/`);
    await close();
  });

  it("leaves Shift alone where something is written", async () => {
    const { page, close } = await openStory();
    await page.evaluate(() => {
      const field = document.createElement("input");
      document.querySelector("main")!.prepend(field);
      field.focus();
    });
    await pressShift(page, 4);
    expect(page.url()).toBe(`${server.url}${slug}/`);
    await close();
  });

  it.each(["[name=edition]", ".panel select", "canvas", "summary"])(
    "opens by Shift where something has the focus that nothing is written in: %s",
    async (place) => {
      const { page, close } = await openStory();
      await page.waitForSelector(".live");
      await page.locator(place).first().focus();
      await pressShift(page, 3);
      await page.waitForURL(elsewhere);
      await close();
    },
  );

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
    const { page, close } = await openStory();
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
