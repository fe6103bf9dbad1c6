import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { crawl } from "./crawl.ts";
import { openPage } from "./page.ts";
import { serveSite } from "./serve.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(["/", "/news/2026/"])("the site under %s", (base) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serveSite(base);
  });
  afterAll(() => server.close());

  it("holds together: every address on it leads to something, within it", async () => {
    const { addresses, faults } = await crawl(server.url, ["", `${slug}/`]);
    expect(faults).toEqual([]);
    expect(addresses).toContain(`${server.url}${slug}/`);
  });

  it.each(["", `${slug}/`])("opens without a fault, and asks no other host, at %s", async (path) => {
    const { page, faults, requests, close } = await openPage(browser, server.url + path);
    await page.mouse.wheel(0, 3000);
    await page.waitForLoadState("networkidle");
    expect(faults).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
    await close();
  });
});

describe("the page for missing addresses", () => {
  it("is whole at any depth", async () => {
    const server = await serveSite();
    const address = `${server.url}no/such/page/`;
    const { page, faults, close } = await openPage(browser, address);
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    expect(faults.filter((fault) => !fault.endsWith(address) && !fault.includes("404 (Not Found)"))).toEqual(
      [],
    );
    await close();
    await server.close();
  });
});
