import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./chromium.ts";
import { openPage, type PageOptions } from "./page.ts";
import { choose, editions, goTo } from "./reading.ts";
import { serveSite } from "./serve.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const looks: Record<string, PageOptions> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { context: { forcedColors: "active" } },
  "reduced motion": { reducedMotion: true },
};

let browser: Browser;
let server: RunningServer;
let axe: string;
beforeAll(async () => {
  browser = await launchChromium();
  server = await serveSite();
  axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, options: PageOptions): Promise<Page> {
  // The checker brings a script of its own, which the page's policy would refuse.
  const { page } = await openPage(browser, server.url + path, {
    ...options,
    context: { bypassCSP: true, ...options.context },
  });
  await page.evaluate(axe);
  return page;
}

/** What the checker finds wrong, each with the first element where it does. */
function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(async (standards) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: standards, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 200)}`);
  }, standards);
}

describe.each(sizes)("the checker finds nothing at $width × $height", (size) => {
  it.each(Object.keys(looks))("in any edition: %s", async (look) => {
    const page = await open(`${slug}/`, { ...size, ...looks[look] });
    await page.waitForSelector(".live");
    for (const edition of editions) {
      await choose(page, edition);
      await goTo(page, edition === "steps" ? "all" : "ages");
      expect({ edition, faults: await findFaults(page) }).toEqual({ edition, faults: [] });
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

  it.each(["light", "dark"])("in the embed, step by step and by scroll: %s", async (look) => {
    const page = await open(`${slug}/embed/`, { ...size, ...looks[look] });
    await page.waitForSelector(".live");
    for (const edition of ["steps", "scroll"]) {
      await page.check(`[value=${edition}]`);
      expect({ edition, faults: await findFaults(page) }).toEqual({ edition, faults: [] });
    }
    await page.locator("footer summary").click();
    expect(await findFaults(page)).toEqual([]);
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
    await page.evaluate(axe);
    expect(await page.locator("canvas").count()).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });
});
