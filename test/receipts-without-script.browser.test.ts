import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage, type PageOptions, type WatchedPage } from "./page.ts";
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

function openStory(options: PageOptions = {}): Promise<WatchedPage> {
  return openPage(browser, `${server.url}${slug}/`, options);
}

describe("the receipts, without script", () => {
  it("are where every number of the text leads, in sight and with its value", async () => {
    const { page, close } = await openStory({ javaScript: false });
    const targets = await page
      .locator("a.n")
      .evaluateAll((links) =>
        links.map((link) => document.getElementById(link.getAttribute("href")!.slice(1))?.localName),
      );
    expect(targets.length).toBeGreaterThan(30);
    expect(new Set(targets)).toEqual(new Set(["li"]));
    await page.locator(".dek a.n").last().click();
    const receipt = page.locator("#r-undescribed");
    await expect(receipt.innerText()).resolves.toContain("Derived: 1,841 − 1,478");
    const { top, bar } = await receipt.evaluate((element) => ({
      top: element.getBoundingClientRect().top,
      bar: document.querySelector(".bar")!.getBoundingClientRect().bottom,
    }));
    expect(top).toBeGreaterThanOrEqual(bar);
    expect(top).toBeLessThan(800);
    await close();
  });
});
