import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { arrivalScript } from "../src/publish/policy.ts";
import { serveFolder } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage, type PageOptions, type WatchedPage } from "./page.ts";
import { countColors, pixelDifference } from "./pixels.ts";
import { settle, stagePicture as picture } from "./reading.ts";
import { dist } from "./serve.ts";

/** As strict as a host can be: whatever a page would need beside its own files fails. */
const strict = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash("sha256").update(arrivalScript).digest("base64")}'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types stage",
].join("; ");

const phone = { width: 390, height: 844 };
const onItsSide = { width: 844, height: 390 };
const desk = { width: 1280, height: 800 };
const windows = [phone, onItsSide, desk];

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launchChromium();
  const headers = [{ pattern: "/*", headers: [["Content-Security-Policy", strict] as const] }];
  server = await serveFolder(dist, { base: "/news/2026/", headers });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

function openStory(options: PageOptions, fragment = ""): Promise<WatchedPage> {
  return openPage(browser, `${server.url}${slug}/${fragment}`, options);
}

function sceneIds(page: Page): Promise<string[]> {
  return page.$$eval("[data-scene]", (scenes) => scenes.map(({ id }) => id));
}

/** Goes to a scene as its address does. */
async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((id) => document.getElementById(id)!.scrollIntoView({ behavior: "instant" }), id);
  await settle(page);
}

describe.each(windows)("the moving stage at $width × $height", (size) => {
  it("shows each scene's own picture at its address, the same as by scrolling there and back", async () => {
    const { page, faults, close } = await openStory(size);
    const ids = await sceneIds(page);
    const scrolled = new Map<string, Buffer>();
    for (const id of ids) {
      await goTo(page, id);
      scrolled.set(id, await picture(page));
    }
    for (const id of [...ids].reverse()) {
      await goTo(page, id);
      expect(pixelDifference(await picture(page), scrolled.get(id)!)).toBe(0);
    }
    expect(new Set([...scrolled.values()].map((bytes) => bytes.toString("base64"))).size).toBe(ids.length);
    for (const bytes of scrolled.values()) expect(countColors(bytes)).toBeGreaterThan(10);
    expect(faults).toEqual([]);
    await close();

    for (const id of ids) {
      const jumped = await openStory(size, `#${id}`);
      await settle(jumped.page);
      expect(pixelDifference(await picture(jumped.page), scrolled.get(id)!)).toBe(0);
      expect(jumped.faults).toEqual([]);
      await jumped.close();
    }
  });

  it("is at any half-way place what it is when one comes from the other side", async () => {
    const { page, close } = await openStory(size);
    const [, second] = await page.$$eval("[data-scene]", (scenes) =>
      scenes.map((scene) => scene.getBoundingClientRect().top + scrollY),
    );
    const halfWay = second - size.height * 0.55;
    const scrollTo = async (top: number) => {
      await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
      await settle(page);
    };
    await scrollTo(second - size.height);
    await scrollTo(halfWay);
    const before = await picture(page);
    await scrollTo(second);
    expect(pixelDifference(await picture(page), before)).toBeGreaterThan(0.01);
    await scrollTo(halfWay);
    expect(pixelDifference(await picture(page), before)).toBe(0);
    await close();
  });

  it("is no wider than the window, shifts nothing, asks nobody else and stores nothing", async () => {
    const { page, faults, requests, close } = await openStory(size);
    await page.evaluate(async () => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 3) {
        window.scrollTo({ top, behavior: "instant" });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    });
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    expect(requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
    expect(
      await page.evaluate(async () => ({
        cookies: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      })),
    ).toEqual({ cookies: "", local: 0, session: 0, databases: 0, workers: 0 });
    expect(faults).toEqual([]);
    await close();
  });

  it("draws nothing while nothing changes", async () => {
    const { page, close } = await openStory(size);
    await goTo(page, "outcomes");
    await settle(page);
    const [painter] = page.workers();
    const watch = () =>
      painter.evaluate(async () => {
        let drawn = 0;
        OffscreenCanvasRenderingContext2D.prototype.putImageData = () => void drawn++;
        await new Promise((resolve) => setTimeout(resolve, 600));
        return drawn;
      });
    expect(await watch()).toBe(0);
    const watched = watch();
    await goTo(page, "ages");
    expect(await watched).toBeGreaterThan(0);
    await close();
  });

  it("shows only finished pictures to those who prefer less motion", async () => {
    const { page, close } = await openStory({ ...size, reducedMotion: true });
    const ids = await sceneIds(page);
    const finished = new Set<string>();
    for (const id of ids) {
      await goTo(page, id);
      finished.add((await picture(page)).toString("base64"));
    }
    const [first, last] = await page.$$eval("[data-scene]", (scenes) =>
      [scenes[0], scenes[2]].map((scene) => scene.getBoundingClientRect().top + scrollY),
    );
    for (let top = first; top <= last; top += (last - first) / 25) {
      await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
      await settle(page);
      expect(finished.has((await picture(page)).toString("base64"))).toBe(true);
    }
    await close();
  });
});

describe("the moving stage stands where the still picture stood", () => {
  it.each([phone, desk])("same box, same dots, nothing else moves: $width × $height", async (size) => {
    const { page, close } = await openStory({ ...size, javaScript: false });
    // Without script what is far away is laid out only when it comes near; and no panel of bounds is there.
    const boxes = async (page: Page) => {
      await page.evaluate(async () => {
        document.querySelector(".panel")?.remove();
        await document.fonts.ready;
      });
      return page.$$eval("main *:not(.stage, .stage *)", (elements) => {
        for (const element of document.querySelectorAll<HTMLElement>(".sequence ~ *"))
          element.style.contentVisibility = "visible";
        return elements.map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return [left, top, width, height].map(Math.round).join();
        });
      });
    };
    const still = await boxes(page);
    await close();
    const moving = await openStory(size);
    await settle(moving.page);
    expect(await boxes(moving.page)).toEqual(still);

    await goTo(moving.page, "outcomes");
    const onCanvas = await moving.page.screenshot();
    await moving.page.evaluate(() => document.querySelector(".sequence")!.classList.remove("live"));
    const onPaper = await moving.page.screenshot();
    // Both are drawn from one placement, but a still is scaled to its box, and edges are smoothed differently.
    expect(pixelDifference(onCanvas, onPaper)).toBeLessThan(0.03);
    await moving.close();
  });
});

describe("the line of steps below the picture", () => {
  it.each([{ width: 320, height: 640 }, phone, { width: 768, height: 1024 }])(
    "leaves with it and covers none of it: $width × $height",
    async (size) => {
      const { page, close } = await openStory(size);
      await goTo(page, (await sceneIds(page)).at(-1)!);
      const [picture, steps] = await page.evaluate(() => {
        const end = document.querySelector(".sequence")!.getBoundingClientRect().bottom;
        scrollBy({ top: end - innerHeight / 3, behavior: "instant" });
        return [".view", ".steps ol"].map((name) => document.querySelector(name)!.getBoundingClientRect());
      });
      expect(picture.top).toBeLessThan(0);
      expect(steps.top).toBeGreaterThan(picture.bottom - 1);
      await close();
    },
  );
});

describe("a phone on its side", () => {
  it("has the whole moving picture in sight beside the words of every scene", async () => {
    const { page, close } = await openStory(onItsSide);
    for (const id of await sceneIds(page)) {
      await goTo(page, id);
      const { view, card } = await page.evaluate((id) => {
        const boxOf = (of: string) => document.querySelector(of)!.getBoundingClientRect();
        return { view: boxOf(".view"), card: boxOf(`[id=${id}] .card`) };
      }, id);
      expect(view.top).toBeGreaterThanOrEqual(0);
      expect(view.bottom).toBeLessThan(onItsSide.height + 1);
      expect(view.width).toBeGreaterThan(onItsSide.width / 2);
      expect(card.right).toBeLessThanOrEqual(view.left);
      expect(card.top).toBeLessThan(onItsSide.height / 2);
    }
    await close();
  });

  it("without script has each still picture beside its words", async () => {
    const { page, close } = await openStory({ ...onItsSide, javaScript: false });
    for (const id of await sceneIds(page)) {
      const still = (await page.locator(`[id=${id}] svg[role=img]:visible`).boundingBox())!;
      const card = (await page.locator(`[id=${id}] .card`).boundingBox())!;
      expect(card.x + card.width).toBeLessThanOrEqual(still.x);
      expect(card.y + card.height).toBeGreaterThan(still.y);
      expect(still.y + still.height).toBeGreaterThan(card.y);
    }
    await close();
  });
});

describe("the page without script", () => {
  it.each(windows)("shows a still picture for every scene at $width × $height", async (size) => {
    const { page, close } = await openStory({ ...size, javaScript: false });
    expect(await page.locator("canvas").count()).toBe(0);
    for (const id of await sceneIds(page)) {
      const shown = page.locator(`[id=${id}] svg[role=img]:visible`);
      expect(await shown.count()).toBe(1);
      await shown.scrollIntoViewIfNeeded();
      expect(countColors(await shown.screenshot())).toBeGreaterThan(5);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    await close();
  });
});
