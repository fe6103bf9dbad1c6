import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type RunningServer, serveFolder } from "../src/cli/server.ts";
import { firstScript } from "../src/publish/policy.ts";
import { builtSheets, slug } from "./built-page.ts";
import { pause, until, untilThere } from "./engines/acts.ts";
import type { Tab, TabOptions } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { countColors, crop, pixelDifference } from "./pixels.ts";
import { boxOf, goTo, scrollTo, sceneIds, settle, stagePicture as picture, widths } from "./reading.ts";
import { dist } from "./serve.ts";
import { drawingOf, serveWatched } from "./watched-stage.ts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
/** As strict as a host can be: whatever a page would need beside its own files and what stands in it fails. */
const strict = [
  "default-src 'none'",
  `script-src 'self' ${hashOf(firstScript)}`,
  `style-src 'self' ${(await builtSheets()).page.map(hashOf).join(" ")}`,
  "connect-src 'self'",
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

const engine = useEngine();
const windows = engine.name === "chromium" ? [phone, onItsSide, desk] : engine.windowsOf([phone, desk]);
let server: RunningServer;
beforeAll(async () => {
  const headers = [{ pattern: "/*", headers: [["Content-Security-Policy", strict] as const] }];
  server = await serveFolder(dist, { base: "/news/2026/", headers });
});
afterAll(() => server.close());

const addressOf = (fragment = "") => `${server.url}${slug}/${fragment}`;
const openStory = (options: TabOptions) => engine.open(addressOf(), options);

/** Where scenes begin, in CSS pixels from the page's top. */
function topsOf(tab: Tab): Promise<number[]> {
  return tab.evaluate(() =>
    Array.from(
      document.querySelectorAll("[data-scene]"),
      (scene) => scene.getBoundingClientRect().top + scrollY,
    ),
  );
}

/** The stage's picture at a place. Firefox is late to show it where much else goes on: until it is the same twice. */
async function pictureAt(tab: Tab, place: string | number): Promise<Buffer> {
  await (typeof place === "string" ? goTo(tab, place) : scrollTo(tab, place));
  await settle(tab);
  if (engine.name !== "firefox") return picture(tab);
  for (let before = await picture(tab); ;) {
    await pause(500);
    const now = await picture(tab);
    if (now.equals(before)) return now;
    before = now;
  }
}

/** Waits first until the stage stands still: Firefox may not answer for long where it is read while it is drawn. */
async function expectPicture(tab: Tab, expected: Buffer): Promise<void> {
  await settle(tab);
  await expect
    .poll(async () => pixelDifference(await picture(tab), expected), { timeout: 10_000, interval: 100 })
    .toBe(0);
}

describe.each(windows)("the moving stage at $width × $height", (size) => {
  it("shows each scene's own picture at its address, the same as by scrolling there and back", async () => {
    const tab = await openStory(size);
    const ids = await sceneIds(tab);
    const scrolled = new Map<string, Buffer>();
    for (const id of ids) scrolled.set(id, await pictureAt(tab, id));
    for (const id of ids.slice(0, -1).reverse()) {
      await goTo(tab, id);
      await expectPicture(tab, scrolled.get(id)!);
    }
    expect(new Set([...scrolled.values()].map((bytes) => bytes.toString("base64"))).size).toBe(ids.length);
    for (const bytes of scrolled.values()) expect(countColors(bytes)).toBeGreaterThan(10);

    // Each window takes other scenes, all together every one.
    for (const id of ids.filter((_, i) => i % windows.length === windows.indexOf(size))) {
      await tab.goto(addressOf(`#${id}`));
      await untilThere(tab, ".live");
      await expectPicture(tab, scrolled.get(id)!);
    }
    expect(await tab.faults()).toEqual([]);
  });

  it("is at any half-way place what it is when one comes from the other side", async () => {
    const tab = await openStory(size);
    const [, second] = await topsOf(tab);
    const halfWay = second - size.height * 0.55;
    await pictureAt(tab, second - size.height);
    const before = await pictureAt(tab, halfWay);
    expect(pixelDifference(await pictureAt(tab, second), before)).toBeGreaterThan(0.01);
    await scrollTo(tab, halfWay);
    await expectPicture(tab, before);
  });

  it("is no wider than the window, shifts nothing, asks nobody else and stores nothing", async () => {
    const tab = await openStory(size);
    const shifts = await tab.evaluate(async () => {
      let shifts = 0;
      // Only Chromium tells of them.
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 3) {
        window.scrollTo({ top, behavior: "instant" });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return shifts;
    });
    // When its typeface arrives, words may move within their line by the width of a letter.
    expect(shifts).toBeLessThan(0.0005);
    expect(await widths(tab)).toEqual({ window: size.width, page: size.width });
    const kept = await tab.evaluate(async () => ({
      asked: performance.getEntriesByType("resource").map(({ name }) => name),
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    expect(kept.asked.length).toBeGreaterThan(2);
    expect({ ...kept, asked: kept.asked.filter((address) => !address.startsWith(server.url)) }).toEqual({
      asked: [],
      cookies: "",
      local: 0,
      session: 0,
      databases: 0,
      workers: 0,
    });
    expect(await tab.faults()).toEqual([]);
  });
});

describe("the moving stage", () => {
  it("draws nothing while nothing changes", async () => {
    const watched = await serveWatched();
    onTestFinished(() => watched.close());
    const tab = await engine.open(`${watched.url}${slug}/`, phone);
    await goTo(tab, "outcomes");
    await settle(tab);
    const { times } = await drawingOf(tab);
    expect(times).toBeGreaterThan(0);
    await pause(600);
    expect((await drawingOf(tab)).times).toBe(times);
    await goTo(tab, "ages");
    await settle(tab);
    expect((await drawingOf(tab)).times).toBeGreaterThan(times);
  });

  it.each(engine.windowsOf([phone, desk]))(
    "stands where the still picture stood: same box, same dots, nothing else moves: $width × $height",
    async (size) => {
      // Without script what is far away is laid out only when it comes near; and no panel of bounds is there.
      const boxes = async (tab: Tab) => {
        await until(tab, "the typefaces", () => document.fonts.status === "loaded", null);
        return tab.evaluate(() => {
          document.querySelector(".panel")?.remove();
          for (const element of document.querySelectorAll<HTMLElement>(".sequence ~ *"))
            element.style.contentVisibility = "visible";
          return Array.from(
            document.querySelectorAll("main *:not(.stage, .stage *, .still *, script)"),
            (element) => {
              const { left, top, width, height } = element.getBoundingClientRect();
              return [left, top, width, height].map(Math.round).join();
            },
          );
        });
      };
      const still = await openStory({ ...size, javaScript: false });
      const moving = await openStory(size);
      await settle(moving);
      expect(await boxes(moving)).toEqual(await boxes(still));

      await goTo(moving, "outcomes");
      await settle(moving);
      const onCanvas = await moving.screenshot();
      await moving.evaluate(() => document.querySelector(".sequence")!.classList.remove("live"));
      const onPaper = await moving.screenshot();
      // Both are drawn from one placement, but a still is scaled to its box, and edges are smoothed differently.
      expect(pixelDifference(onCanvas, onPaper)).toBeLessThan(0.03);
    },
  );

  it.each(engine.windowsOf([phone, desk]))(
    "shows only finished pictures to those who prefer less motion: $width",
    async (size) => {
      const tab = await openStory({ ...size, reducedMotion: true });
      const finished = new Set<string>();
      for (const id of await sceneIds(tab)) finished.add((await pictureAt(tab, id)).toString("base64"));
      const [first, , last] = await topsOf(tab);
      for (let top = first; top <= last; top += (last - first) / 7)
        expect(finished.has((await pictureAt(tab, top)).toString("base64"))).toBe(true);
    },
  );
});

describe("the line of steps below the picture", () => {
  it("leaves with it and covers none of it", async () => {
    const tab = await openStory(phone);
    for (const size of [{ width: 320, height: 640 }, phone, { width: 768, height: 1024 }]) {
      await tab.resize(size);
      await pictureAt(tab, (await sceneIds(tab)).at(-1)!);
      const [picture, steps] = await tab.evaluate(() => {
        const end = document.querySelector(".sequence")!.getBoundingClientRect().bottom;
        scrollBy({ top: end - innerHeight / 3, behavior: "instant" });
        return [".view", ".steps ol"].map((name) => document.querySelector(name)!.getBoundingClientRect());
      });
      expect(picture.top).toBeLessThan(0);
      expect(steps.top).toBeGreaterThan(picture.bottom - 1);
    }
  });
});

describe("a phone on its side", () => {
  it("has the whole moving picture in sight beside the words of every scene", async () => {
    const tab = await openStory(onItsSide);
    await untilThere(tab, ".live");
    for (const id of await sceneIds(tab)) {
      await goTo(tab, id);
      const view = await boxOf(tab, ".view");
      const card = await boxOf(tab, `[id=${id}] .card`);
      expect(view.top).toBeGreaterThanOrEqual(0);
      expect(view.bottom).toBeLessThan(onItsSide.height + 1);
      expect(view.width).toBeGreaterThan(onItsSide.width / 2);
      expect(card.right).toBeLessThanOrEqual(view.left);
      expect(card.top).toBeLessThan(onItsSide.height / 2);
    }
  });
});

describe.each(windows)("the page without script at $width × $height", (size) => {
  it("shows a still picture for every scene, on its side beside its words", async () => {
    const tab = await openStory({ ...size, javaScript: false });
    expect(await tab.evaluate(() => document.querySelectorAll("canvas").length)).toBe(0);
    for (const id of await sceneIds(tab)) {
      const stills = `[id=${id}] svg[role=img]`;
      const shown = await tab.evaluate((stills) => {
        const shown = [...document.querySelectorAll(stills)].filter((still) => still.checkVisibility());
        shown[0].scrollIntoView({ block: "center", behavior: "instant" });
        return shown.length;
      }, stills);
      expect(shown).toBe(1);
      const still = await boxOf(tab, stills);
      await expect
        .poll(async () => countColors(crop(await tab.screenshot(), still)), { timeout: 5000 })
        .toBeGreaterThan(5);
      if (size === onItsSide) {
        const card = await boxOf(tab, `[id=${id}] .card`);
        expect(card.right).toBeLessThanOrEqual(still.left);
        expect(card.bottom).toBeGreaterThan(still.top);
        expect(still.bottom).toBeGreaterThan(card.top);
      }
    }
    expect(await widths(tab)).toEqual({ window: size.width, page: size.width });
  });
});
