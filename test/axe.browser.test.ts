import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { findFaults, loadAxe, looks, openWithAxe, sizes } from "./axe.ts";
import { openPage, type PageOptions } from "./page.ts";
import { editions, goTo, settle } from "./reading.ts";
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

function open(path: string, options: PageOptions): Promise<Page> {
  return openWithAxe(browser, server.url + path, options);
}

/** Opens the receipt of a number as a touch does, once the page has come to it and stands still. */
async function openReceipt(page: Page, number: string): Promise<void> {
  await page
    .locator(number)
    .first()
    .evaluate(async (link) => {
      link.scrollIntoView({ block: "center", behavior: "instant" });
      // A scroll closes receipts, and is heard a frame later.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      link.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
    });
}

/** Opens the receipt of a group on the stage, where its words or its band would be touched. */
async function openReceiptOfGroup(page: Page): Promise<void> {
  await page.locator("canvas").evaluate((canvas) => canvas.focus({ preventScroll: true }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Opens the receipt of a dot on the stage, which is known by its button. */
async function openReceiptOfDot(page: Page): Promise<void> {
  await settle(page);
  await page.$eval("canvas", async (canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const copy = new OffscreenCanvas(width, height).getContext("2d")!;
    const isDot = ([red, green, blue, alpha]: Uint8ClampedArray) =>
      alpha === 255 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40;
    // Until the stage has come to the scene, a dot may have gone where it was touched.
    for (let tries = 0; tries < 20; tries++) {
      copy.clearRect(0, 0, width, height);
      copy.drawImage(canvas, 0, 0, width, height);
      const { data } = copy.getImageData(0, 0, width, height);
      const places = Array.from({ length: data.length / 4 }, (_, i) => i);
      const place = places.find((i) => isDot(data.subarray(4 * i, 4 * i + 4))) ?? 0;
      const line = Math.floor(width);
      const [clientX, clientY] = [left + (place % line) + 0.5, top + Math.floor(place / line) + 0.5];
      canvas.dispatchEvent(new MouseEvent("click", { clientX, clientY, detail: 1, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (document.querySelector(".receipt:not([hidden]) button")) return;
    }
    throw new Error("no dot on the stage");
  });
}

/** All that the checker judges an open receipt by, wherever on the screen it is: its words, its looks and what it is in. */
function stateOfReceipt(page: Page): Promise<string> {
  return page.$eval(".receipt", (receipt) => {
    const places = /^(inset|top|right|bottom|left)/;
    const around: string[] = [];
    for (let element = receipt.parentElement; element; element = element.parentElement)
      around.push(`${element.localName} ${element.role} ${element.hasAttribute("aria-label")}`);
    const looks = [receipt, ...receipt.querySelectorAll("*")].map((element) => {
      const style = getComputedStyle(element);
      return Array.from(style, (name) => (places.test(name) ? "" : style.getPropertyValue(name))).join();
    });
    return JSON.stringify([around, receipt.innerHTML, looks]);
  });
}

const receipts: Record<string, (page: Page) => Promise<void>> = {
  number: (page) => openReceipt(page, "#ages a.n[data-of=charged_youths]"),
  share: (page) => openReceipt(page, "#ages a.n[href*='--']"),
  claim: (page) => openReceipt(page, "#ages a.claim"),
  "derived figure": (page) => openReceipt(page, "#ages a.n[data-of=charged_adults]"),
};
const receiptsOnStage: typeof receipts = { group: openReceiptOfGroup, dot: openReceiptOfDot };

/** A receipt is below the picture or beside it. */
describe.each([sizes[0], sizes[2]])("the checker finds nothing at $width × $height", (size) => {
  it("in the receipt of anything, in any edition and look", async () => {
    const page = await open(`${slug}/#ages`, size);
    await page.waitForSelector(".live");
    const clean = new Set<string>();
    for (const edition of editions) {
      await page.click(`label:has([value=${edition}])`);
      await goTo(page, "ages");
      const kinds = { ...receipts, ...(edition === "all" ? {} : receiptsOnStage) };
      for (const [kind, openIt] of Object.entries(kinds)) {
        await openIt(page);
        for (const [look, media] of Object.entries(looks)) {
          await page.emulateMedia(media);
          await page.waitForSelector(".receipt:visible");
          // Most editions, and reduced motion, change nothing in a receipt: the checker need not look twice.
          const state = await stateOfReceipt(page);
          if (clean.has(state)) continue;
          const faults = await findFaults(page, ".receipt");
          expect({ edition, kind, look, faults }).toEqual({ edition, kind, look, faults: [] });
          clean.add(state);
        }
        await page.emulateMedia(looks.light);
        await page.keyboard.press("Escape");
      }
    }
    await page.context().close();
  });
});

describe.each(sizes)("the checker finds nothing at $width × $height", (size) => {
  it("in any edition and look", async () => {
    const page = await open(`${slug}/`, size);
    await page.waitForSelector(".live");
    for (const edition of editions) {
      await page.click(`label:has([value=${edition}])`);
      await goTo(page, edition === "steps" ? "all" : "ages");
      for (const [look, media] of Object.entries(looks)) {
        await page.emulateMedia(media);
        expect({ edition, look, faults: await findFaults(page) }).toEqual({ edition, look, faults: [] });
      }
    }
    await page.context().close();
  });

  it("with a receipt, a table and an explanation open", async () => {
    const page = await open(`${slug}/`, size);
    await page.waitForSelector(".live");
    await goTo(page, "action");
    await page.locator("#action summary").click();
    const number = page.locator("#action .n").first();
    await number.evaluate((element) => element.scrollIntoView({ block: "end" }));
    // A scroll closes receipts, and is heard a frame later.
    await page.waitForTimeout(200);
    await number.click();
    await page.locator(".receipt").waitFor();
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("#action .term button").first().click();
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("in the embed, step by step and by scroll, in the light and in the dark", async () => {
    const page = await open(`${slug}/embed/`, size);
    await page.waitForSelector(".live");
    const check = async (state: string) => {
      for (const look of ["light", "dark"]) {
        await page.emulateMedia(looks[look]);
        expect({ state, look, faults: await findFaults(page) }).toEqual({ state, look, faults: [] });
      }
    };
    for (const edition of ["steps", "scroll"]) {
      await page.check(`[value=${edition}]`);
      await check(edition);
    }
    await page.locator("footer summary").click();
    await check("summary open");
    await page.context().close();
  });

  it("without script, and on the page for missing addresses", async () => {
    for (const path of ["404.html", ""]) {
      const page = await open(path, size);
      expect({ path, faults: await findFaults(page) }).toEqual({ path, faults: [] });
      await page.context().close();
    }
    const { page } = await openPage(browser, `${server.url}${slug}/`, {
      ...size,
      context: { bypassCSP: true },
    });
    await page.context().route("**/*.js", (route) => route.abort());
    await page.reload();
    await loadAxe(page);
    expect(await page.locator("canvas").count()).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe("the bounds", () => {
  it.each(Object.keys(looks))(
    "have nothing for the checker, poured or not, at any width: %s",
    async (look) => {
      const page = await open(`${slug}/`, {});
      await page.emulateMedia(looks[look]);
      await page.locator(".bounds").scrollIntoViewIfNeeded();
      await page.waitForSelector(".panel svg[viewBox]");
      const into = page.locator(".panel select").nth(1);
      const apart = await into.inputValue();
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const choice of [apart, { index: 5 }]) {
          await into.selectOption(choice);
          const faults = await findFaults(page, ".bounds");
          expect({ size, faults }).toEqual({ size, faults: [] });
        }
      }
      await page.context().close();
    },
  );
});
