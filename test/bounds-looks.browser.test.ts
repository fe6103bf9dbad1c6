import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { findFaults, looks, openWithAxe, sizes } from "./axe.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { serveSite } from "./serve.ts";

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe("the bounds, as readers may have all pages look", () => {
  it.each(Object.keys(looks))(
    "have nothing for the checker, poured or not, at any width: %s",
    async (look) => {
      const page = await openWithAxe(browser, `${server.url}${slug}/`, {});
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

  it("show their dots in forced colours, too", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, {
      reducedMotion: true,
      context: { forcedColors: "active" },
    });
    await page.locator(".bounds").scrollIntoViewIfNeeded();
    await page.waitForSelector(".panel svg[viewBox]");
    const [ground, ...lines] = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      ...Array.from(document.querySelectorAll(".panel path"), (path) => getComputedStyle(path).stroke),
    ]);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).not.toBe(ground);
    await close();
  });
});
