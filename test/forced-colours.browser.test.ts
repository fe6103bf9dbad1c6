import { PNG } from "pngjs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { dimDotForced } from "../src/stage/draw/palette.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { countColors, pixelDifference } from "./pixels.ts";
import { settle, stagePicture } from "./reading.ts";
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

describe("in forced colours, the dots that a step does not speak of", () => {
  it("are half as strong as the others, on the stage and in the still pictures", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/#community`, {
      context: { forcedColors: "active" },
    });
    await settle(page);
    const strengths = new Map<number, number>();
    const { data } = PNG.sync.read(await stagePicture(page));
    for (let at = 3; at < data.length; at += 4) strengths.set(data[at], (strengths.get(data[at]) ?? 0) + 1);
    strengths.delete(0);
    const most = [...strengths].sort((a, b) => b[1] - a[1]).map(([strength]) => strength);
    expect(most.slice(0, 3)).toContain(Math.round(255 * dimDotForced));

    await page.click("label:has([value=all])");
    const still = page.locator("#community svg:visible [data-figure=charged]").first();
    const opacity = await still.evaluate((dots) => getComputedStyle(dots).opacity);
    expect(Number(opacity)).toBe(dimDotForced);
    await close();
  });
});

describe("the stage", () => {
  it.each([
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])("is drawn anew in the reader's own colours: $width", async (size) => {
    const { page, faults, close } = await openPage(browser, `${server.url}${slug}/#outcomes`, size);
    await settle(page);
    const before = await stagePicture(page);
    await page.emulateMedia({ forcedColors: "active" });
    await settle(page);
    expect(pixelDifference(await stagePicture(page), before)).toBeGreaterThan(0.001);
    expect(countColors(await stagePicture(page))).toBeGreaterThan(10);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("the bounds", () => {
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
