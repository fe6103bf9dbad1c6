import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { readFiles } from "../src/load/files.ts";
import { loadSite } from "../src/load/site.ts";
import { limitsOf, pourRest, type Whole } from "../src/outcomes/bounds.ts";
import { formatShare } from "../src/outcomes/shares.ts";
import { partsOf } from "../src/outcomes/tree.ts";
import { findFaults, looks, openWithAxe, sizes } from "./axe.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage, type PageOptions } from "./page.ts";
import { serveSite } from "./serve.ts";

const { stories } = loadSite(await readFiles(process.cwd()));
const { tree } = stories.find((story) => story.slug === slug)!;
const outcomes = { of: "reports", rest: "undescribed", open: ["no_outcome"] };
const parts = partsOf(tree, outcomes.of);
const restAt = parts.findIndex(({ id }) => id === outcomes.rest);
const wholes: readonly Whole[] = ["all", "described", "final"];

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens the story at its bounds, ready to be worked. */
async function openBounds(options: PageOptions = {}) {
  const opened = await openPage(browser, `${server.url}${slug}/`, { reducedMotion: true, ...options });
  await opened.page.locator(".bounds").scrollIntoViewIfNeeded();
  await opened.page.waitForSelector(".panel svg[viewBox]");
  return opened;
}

/** Chooses the whole and what the rest is counted as, by their places in the lists. */
async function pour(page: Page, whole: number, into: number): Promise<void> {
  await page.locator(".panel select").nth(0).selectOption({ index: whole });
  await page.locator(".panel select").nth(1).selectOption({ index: into });
}

/** What the panel shows: each part's share, its own dots and whether the rest's lie with it, the wholes, and what it says. */
function readPanel(page: Page) {
  return page.locator(".panel").evaluate((panel) => {
    const dotsOf = (picture: Element) =>
      (picture.firstElementChild!.getAttribute("d")!.match(/M/g) ?? []).length;
    const poured = panel.querySelector(":scope > svg")!;
    const top = poured.getBoundingClientRect().top;
    const rows = [...panel.querySelectorAll("p")].map((row) => {
      const picture = row.querySelector("svg")!;
      return {
        share: row.querySelector("b")!.textContent,
        dots: dotsOf(picture),
        holdsRest: Math.abs(picture.getBoundingClientRect().top - top) < 1,
        isDim: picture.style.opacity !== "",
      };
    });
    const names = [...panel.querySelector("select")!.options].map(({ text }) => text);
    return { rows, rest: dotsOf(poured), names, words: panel.querySelector("output")!.textContent };
  });
}

describe("the bounds, with script", () => {
  it("show for every choice the shares that the build would write, and every report as one dot", async () => {
    const { page, faults, close } = await openBounds();
    for (const [at, whole] of wholes.entries()) {
      for (const [into, { id }] of parts.entries()) {
        await pour(page, at, into);
        const { rows, rest, names } = await readPanel(page);
        const totals = wholes.map((each) => {
          const { total } = pourRest(tree, outcomes, each, id === outcomes.rest ? null : id);
          return total.toLocaleString("en-GB");
        });
        expect(names).toEqual([`all ${totals[0]}`, `the ${totals[1]} described`, `the ${totals[2]} final`]);
        const poured = pourRest(tree, outcomes, whole, id === outcomes.rest ? null : id).parts;
        const shares = poured.map(({ share }) => (share ? formatShare(share, 1, "en-GB") : "–"));
        expect({ whole, id, shares: rows.map(({ share }) => share) }).toEqual({ whole, id, shares });
        expect(rows.map(({ isDim }) => isDim)).toEqual(poured.map(({ share }) => share === null));
        expect(rows.map(({ holdsRest }) => holdsRest)).toEqual(parts.map((_, row) => row === into));
        expect(rest + rows.reduce((sum, { dots }) => sum + dots, 0)).toBe(1841);
        expect(rows.map(({ dots }) => dots)).toEqual(parts.map(({ count }, i) => (i === restAt ? 0 : count)));
      }
    }
    expect(faults).toEqual([]);
    await close();
  });

  it("name limits as limits", async () => {
    const { page, close } = await openBounds();
    for (const [at, whole] of wholes.entries()) {
      for (const [into, { id, label }] of parts.entries()) {
        await pour(page, at, into);
        const limits = id === outcomes.rest ? null : limitsOf(tree, outcomes, whole, id);
        const { words } = await readPanel(page);
        if (limits === null) expect(words).toMatch(/^The 363 (stand apart|are left out)\.$/);
        else {
          const [least, most] = [limits.least, limits.most].map((share) => formatShare(share, 1, "en-GB"));
          const total = limits.total.toLocaleString("en-GB");
          expect(words).toBe(
            `Limits, not estimates, of “${label}”: ${least}–${most} of ${total}, with none or all of the 363.`,
          );
        }
      }
    }
    await close();
  });

  it("are worked by keys alone", async () => {
    const { page, close } = await openBounds();
    await page.getByLabel("Shares of").focus();
    await page.keyboard.press("ArrowDown");
    expect((await readPanel(page)).rows[0].share).toBe("19.6%");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    expect((await readPanel(page)).words).toContain("15.8%–35.5% of 1,841");
    await close();
  });

  it.each([320, 390, 768, 1280])(
    "let no dots of a bar lie on its neighbours or off the page: %i",
    async (width) => {
      const { page, close } = await openBounds({ width, height: 800 });
      for (const into of parts.keys()) {
        await pour(page, 0, into);
        const { right, gap } = await page.locator(".panel").evaluate((panel, into) => {
          const boxOf = (element: Element) => element.getBoundingClientRect();
          const poured = panel.querySelector(":scope > svg > path")!;
          const own = panel.querySelectorAll("p path")[into];
          const ownEnd = own.getAttribute("d") === "" ? -Infinity : boxOf(own).right;
          return { right: boxOf(poured).right - boxOf(panel).right, gap: boxOf(poured).left - ownEnd };
        }, into);
        expect(right).toBeLessThanOrEqual(0);
        expect(gap).toBeGreaterThanOrEqual(0);
      }
      const rights = await page
        .locator(".bounds, .bounds table, .panel select")
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().right));
      for (const right of rights) expect(right).toBeLessThanOrEqual(width - 12);
      await close();
    },
  );

  it.each(Object.keys(looks))(
    "have nothing for the checker, poured or not, at any width: %s",
    async (look) => {
      const page = await openWithAxe(browser, `${server.url}${slug}/`, {});
      await page.emulateMedia(looks[look]);
      await page.locator(".bounds").scrollIntoViewIfNeeded();
      await page.waitForSelector(".panel svg[viewBox]");
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const into of [restAt, 5]) {
          await pour(page, 0, into);
          const faults = await findFaults(page, ".bounds");
          expect({ size, faults }).toEqual({ size, faults: [] });
        }
      }
      await page.context().close();
    },
  );

  it("show their dots in forced colours, too", async () => {
    const { page, close } = await openBounds({ context: { forcedColors: "active" } });
    const [ground, ...lines] = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      ...Array.from(document.querySelectorAll(".panel path"), (path) => getComputedStyle(path).stroke),
    ]);
    expect(lines.length).toBe(parts.length + 1);
    for (const line of lines) expect(line).not.toBe(ground);
    await close();
  });
});

describe("the bounds, without script and on paper", () => {
  it.each([320, 390, 768, 1280, 1920])(
    "have whole numbers under their heads, none close to the next: %i",
    async (width) => {
      const { page, close } = await openPage(browser, `${server.url}${slug}/`, { width, javaScript: false });
      const [heads, ...rows] = await page.locator(".bounds tr").evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].slice(1).map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            const { left, right } = words.getBoundingClientRect();
            return { left, right, lines: words.getClientRects().length };
          }),
        ),
      );
      for (const row of rows) {
        expect(row.map(({ lines }) => lines)).toEqual(heads.map(() => 1));
        row.forEach(({ right }, at) => expect(right).toBeCloseTo(heads[at].right, 0));
        row.slice(1).forEach(({ left }, at) => expect(left - row[at].right).toBeGreaterThanOrEqual(8));
      }
      await close();
    },
  );

  it("are the table of them all", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, { javaScript: false });
    expect(await page.locator(".bounds tbody tr").first().innerText()).toMatch(
      /Charged\s+15\.8%\s+19\.6%\s+32\.4%\s+15\.8%–35\.5%/,
    );
    expect(await page.locator(".panel").count()).toBe(0);
    await close();
  });

  it("have no controls in print, as nothing on the page has", async () => {
    const { page, close } = await openBounds();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await page.locator("input:visible, select:visible").count()).toBe(0);
    expect(await page.locator(".bounds table").isVisible()).toBe(true);
    await close();
  });
});
