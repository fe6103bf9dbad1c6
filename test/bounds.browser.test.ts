import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFaults, looks, openWithAxe, sizes } from "./axe.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./chromium.ts";
import { copyProject, startDevServer, type DevServer } from "./dev-project.ts";

const block = "\n\n## The limits\n\n::bounds{of=reports rest=undescribed open=no_outcome}\n";

let browser: Browser;
let server: DevServer;
let page: Page;
beforeAll(async () => {
  const folder = copyProject();
  await appendFile(join(folder, "content", `${slug}.md`), block);
  [browser, server] = await Promise.all([launchChromium(), startDevServer(folder)]);
  page = await openWithAxe(browser, `${server.url}${slug}/`, {});
  await page.waitForSelector(".bounds select");
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Chooses the whole and what the rest is counted as, by their places in the lists. */
async function pour(whole: number, outcome: number): Promise<void> {
  await page.locator(".bounds select").nth(0).selectOption({ index: whole });
  await page.locator(".bounds select").nth(1).selectOption({ index: outcome });
}

describe("the block of bounds", () => {
  it.each(Object.keys(looks))(
    "has nothing for the checker, poured or not, at any width: %s",
    async (look) => {
      await page.emulateMedia(looks[look]);
      for (const { width, height } of sizes) {
        await page.setViewportSize({ width, height });
        for (const outcome of [0, 5]) {
          await pour(0, outcome);
          expect({ width, faults: await findFaults(page, ".bounds") }).toEqual({ width, faults: [] });
        }
      }
    },
  );

  it("is worked by keys alone, and says what comes of a choice", async () => {
    await page.locator(".bounds select").nth(0).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    const said = page.locator(".bounds output");
    await expect(said.textContent()).resolves.toContain("“Charged” would be 35.5% of all");
    await expect(said.textContent()).resolves.toContain("These are limits, not estimates.");
  });

  it("shows its lengths in forced colours, too", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await pour(0, 0);
    const lengths = page.locator(".bounds .lengths").first();
    const seen = await lengths.evaluate((element) => {
      const [known, poured] = Array.from(element.children, (child) => getComputedStyle(child));
      return {
        ground: getComputedStyle(document.body).backgroundColor,
        known: known.backgroundColor,
        poured: poured.boxShadow,
      };
    });
    expect(seen.known).not.toBe(seen.ground);
    expect(seen.poured).toContain(seen.known);
  });
});
