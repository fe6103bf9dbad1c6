import type { Browser, CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
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

/** The typefaces that Chromium draws an element's words with: "Newsreader" where the page brings it itself. */
async function fontsOf(session: CDPSession, nodeId: number): Promise<string[]> {
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(
    ({ familyName, isCustomFont }) => `${familyName}${isCustomFont ? "" : ", the reader's own"}`,
  );
}

describe("the typeface cut to the site's words", () => {
  it.each([`${slug}/`, "404.html"])("has every character that %s sets in it", async (path) => {
    const { page, close } = await openPage(browser, server.url + path);
    await page.evaluate(() => document.fonts.ready);
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const selector = ":is(h1, h2, h3, .dek, .prose > p, .prose li, .chart > figcaption):not(.unseen)";
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
    expect(nodeIds.length).toBeGreaterThan(1);
    for (const nodeId of nodeIds) {
      const { outerHTML } = await session.send("DOM.getOuterHTML", { nodeId });
      expect(await fontsOf(session, nodeId), outerHTML).toEqual([expect.stringMatching(/^Newsreader[^,]*$/)]);
    }
    await close();
  });

  it("loads at most 16,000 bytes with the whole page, its lowest lines too", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`);
    await page.keyboard.press("End");
    await page.evaluate(() => document.fonts.ready);
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".woff2"))
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(16_000);
    await close();
  });

  it("is taken by the browser in every cut, those too that this page has no use for", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`);
    const loaded = await page.evaluate(() =>
      Promise.all(
        [...document.fonts]
          .filter(({ family }) => /^"?Newsreader"?$/.test(family))
          .map(async (face) => {
            const { status } = await face.load().catch(() => face);
            return `${face.family} ${face.style} ${face.weight} ${status}`;
          }),
      ),
    );
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((face) => !face.endsWith(" loaded"))).toEqual([]);
    await close();
  });
});
