import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage, type PageOptions } from "./page.ts";
import { pixelDifference } from "./pixels.ts";
import { choose, goTo, sceneIds, settle, shownScenes, stagePicture } from "./reading.ts";
import { serveSite } from "./serve.ts";

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launchChromium();
  server = await serveSite();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const openStory = (options: PageOptions, fragment = "") =>
  openPage(browser, `${server.url}${slug}/${fragment}`, options);

const historyLength = (page: Page) => page.evaluate(() => history.length);
const currentMark = (page: Page) => page.getAttribute(".steps [aria-current=true]", "href");

describe.each(sizes)("the editions at $width × $height", (size) => {
  it("are chosen without script: one step at a time, or all under each other with nothing that sticks", async () => {
    const { page, close } = await openStory({ ...size, javaScript: false });
    const ids = await sceneIds(page);
    expect(await shownScenes(page)).toEqual(ids);

    await choose(page, "steps");
    expect(await shownScenes(page)).toEqual([ids[0]]);
    for (const id of ids.slice(1)) {
      await page.locator(".turn a:visible", { hasText: "Next" }).click();
      expect(await shownScenes(page)).toEqual([id]);
      expect(await page.locator(`[id="${id}"] .still:visible`).count()).toBe(1);
    }
    expect(await page.locator(".turn a:visible", { hasText: "Next" }).count()).toBe(0);
    await page.locator(".turn a:visible", { hasText: "Previous" }).click();
    expect(await shownScenes(page)).toEqual([ids.at(-2)]);

    await choose(page, "all");
    expect(await shownScenes(page)).toEqual(ids);
    const stuck = await page.$$eval(".sequence *", (elements) =>
      elements.filter((element) => {
        const { position } = getComputedStyle(element);
        return element.checkVisibility() && (position === "sticky" || position === "fixed");
      }),
    );
    expect(stuck).toHaveLength(0);
    await close();
  });

  it("lead from step to step without a trace in the history, by links, marks and arrow keys", async () => {
    const { page, faults, close } = await openStory(size);
    await settle(page);
    const ids = await sceneIds(page);
    const entries = await historyLength(page);
    await choose(page, "steps");
    await page.locator(".turn a:visible", { hasText: "Next" }).click();
    expect(await shownScenes(page)).toEqual([ids[1]]);
    expect(await currentMark(page)).toBe(`#${ids[1]}`);
    expect(page.url()).toBe(`${server.url}${slug}/#${ids[1]}`);
    await page.keyboard.press("ArrowRight");
    expect(await shownScenes(page)).toEqual([ids[2]]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await shownScenes(page)).toEqual([ids[0]]);
    await page.focus("canvas");
    await page.keyboard.press("ArrowRight");
    expect(await shownScenes(page)).toEqual([ids[1]]);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("canvas");
    await page.locator(`.steps a[href="#${ids[6]}"]`).click();
    expect(await shownScenes(page)).toEqual([ids[6]]);
    await choose(page, "scroll");
    await page.locator(`.steps a[href="#${ids[3]}"]`).click();
    expect(await currentMark(page)).toBe(`#${ids[3]}`);
    expect(await historyLength(page)).toBe(entries);
    expect(faults).toEqual([]);
    await close();
  });

  it("show the same picture of a step, however one comes to it", async () => {
    const { page, close } = await openStory(size);
    for (const id of ["outcomes", "ages", "whole"]) {
      await choose(page, "scroll");
      await goTo(page, id);
      await settle(page);
      const scrolled = await stagePicture(page);
      await choose(page, "steps");
      await page.locator(`.steps a[href="#${id}"]`).click();
      await settle(page);
      expect(pixelDifference(await stagePicture(page), scrolled)).toBe(0);
    }
    await close();
  });

  it("keep the place: whoever changes to step by step goes on with the step just read", async () => {
    const { page, close } = await openStory(size, "#ages");
    await settle(page);
    await choose(page, "steps");
    expect(await shownScenes(page)).toEqual(["ages"]);
    await page.evaluate(() => (location.hash = "#community"));
    await page.waitForFunction(() => document.querySelector("#community.now"));
    expect(await shownScenes(page)).toEqual(["community"]);
    await close();
  });

  it("mark where the reader is while the page scrolls, and say nothing of it", async () => {
    const { page, close } = await openStory(size);
    for (const id of await sceneIds(page)) {
      await goTo(page, id);
      await page.waitForSelector(`.steps a[href="#${id}"][aria-current=true]`);
    }
    expect(await page.locator("body > [role=status]").textContent()).toBe("");
    await close();
  });
});

describe("changes of the picture for screen readers", () => {
  it("are announced politely, no more often than every five seconds, the last one where several came", async () => {
    const { page, close } = await openStory(sizes[1]);
    await settle(page);
    await page.evaluate(() => {
      const said: { words: string | null; at: number }[] = [];
      const status = document.querySelector("body > [role=status]")!;
      new MutationObserver(() => said.push({ words: status.textContent, at: performance.now() })).observe(
        status,
        { childList: true, characterData: true, subtree: true },
      );
      Object.assign(window, { said });
    });
    await page.focus("canvas");
    await goTo(page, "all");
    await page.waitForSelector(".steps a[href='#all'][aria-current=true]");
    const hasSaid = (times: number) =>
      page.waitForFunction((times) => (window as unknown as { said: unknown[] }).said.length >= times, times);
    await page.keyboard.press("ArrowRight");
    await hasSaid(1);
    for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowRight");
    await hasSaid(2);
    const said = await page.evaluate(
      () => (window as unknown as { said: { words: string; at: number }[] }).said,
    );
    expect(said[0].words).toMatch(/^Step 2 of 8\. 1,841 reports in 7 groups: .* have parted: all reports\.$/);
    expect(said[1].words).toMatch(/^Step 4 of 8\. .*Charged 290 \(Young people 124, Adults 166\)/);
    expect(said[1].at - said[0].at).toBeGreaterThanOrEqual(4990);
    await close();
  });

  it.each(sizes)(
    "stand beside each scene's words though the stage has taken its place: $width",
    async (size) => {
      const { page, close } = await openStory(size);
      await settle(page);
      for (const id of await sceneIds(page)) {
        const scene = page.locator(`[id="${id}"]`);
        const picture = scene.getByRole("img", { name: /^1,841 reports in / });
        expect(await picture.count()).toBe(1);
        if (id !== "all")
          expect(await picture.getAttribute("aria-label")).toContain("Since the step before:");
        expect(await scene.getByRole("heading").count()).toBe(1);
        expect(await scene.getByText("This picture in figures").count()).toBe(1);
      }
      await close();
    },
  );
});

/** A number with what it counts, as in "290 Charged", in the scene whose id comes first; sorted. */
type Numbers = string[];

/** The words on the still pictures that are to be seen. */
function stillNumbers(page: Page): Promise<Numbers> {
  return page.$$eval("[data-scene]", (scenes) =>
    scenes
      .flatMap((scene) =>
        [...scene.querySelectorAll(".still text")]
          .filter((text) => text.checkVisibility())
          .map((text) => {
            const lines = [...text.childNodes].map(({ textContent }) => textContent!.trim());
            return `${scene.id}: ${lines.filter(Boolean).join(" ")}`;
          }),
      )
      .sort(),
  );
}

/** In the stage's worker: keeps the words written since the canvas was last cleared, bold counts and what follows each. */
function listenToCanvas(): void {
  const words: string[] = [];
  Object.assign(globalThis, { words });
  const prototype: object = OffscreenCanvasRenderingContext2D.prototype;
  const listen = (
    name: string,
    hear: (context: OffscreenCanvasRenderingContext2D, first: unknown) => void,
  ) => {
    const method = Reflect.get(prototype, name) as (...values: unknown[]) => void;
    Reflect.set(prototype, name, function (this: OffscreenCanvasRenderingContext2D, ...values: unknown[]) {
      hear(this, values[0]);
      method.apply(this, values);
    });
  };
  listen("putImageData", () => (words.length = 0));
  listen("fillText", ({ font }, text) => {
    const isCount = /^(bold|700) /.test(font);
    words.push(isCount ? String(text) : `${words.pop()} ${String(text).trim()}`);
  });
}

async function stageNumbers(page: Page, show: (id: string) => Promise<void>): Promise<Numbers> {
  const numbers: Numbers = [];
  const ids = await sceneIds(page);
  // What stands already is not drawn again.
  await show(ids.at(-1)!);
  await settle(page);
  for (const id of ids) {
    await show(id);
    await settle(page);
    const words = await page
      .workers()[0]
      .evaluate(() => (globalThis as unknown as { words: string[] }).words);
    numbers.push(...words.map((label) => `${id}: ${label}`));
  }
  return numbers.sort();
}

/** The descriptions of the pictures, as screen readers get them. */
async function spokenNumbers(page: Page): Promise<Numbers> {
  const numbers: Numbers = [];
  for (const id of await sceneIds(page)) {
    const tree = await page.locator(`[id="${id}"]`).ariaSnapshot();
    const description = /img "(.*?)(?: Lit up| Since|")/.exec(tree)![1];
    const [total, groups] = description.split(/ in (?:one block|\d+ groups: )/);
    const pairs = [...groups.matchAll(/([^(),][^()]*?) ([\d,]*\d)(?=[,.) ])/g)];
    numbers.push(
      ...(pairs.length > 0
        ? pairs.map(([, label, count]) => `${id}: ${count} ${label.replace(/^, /, "").trim()}`)
        : [`${id}: ${total}`]),
    );
  }
  return numbers.sort();
}

/** The tables of the scenes, without their last row, the whole, unless it is the only one. */
function tabledNumbers(page: Page): Promise<Numbers> {
  return page.$$eval("[data-scene]", (scenes) =>
    scenes
      .flatMap((scene) => {
        const rows = [...scene.querySelectorAll(".numbers tbody tr")].map((row) => {
          const [name, count] = [...row.children].map(({ textContent }) => textContent.trim());
          const [digits] = count.split(" ");
          return `${scene.id}: ${digits} ${name.replace(/^.*: |^All | \(by.subtraction\)$/g, "")}`;
        });
        return rows.length > 1 ? rows.slice(0, -1) : rows;
      })
      .sort(),
  );
}

/** The numbers that the text binds to figures, each after the figures that it counts, where they can be read. */
function boundNumbers(page: Page, within = "article"): Promise<Numbers> {
  return page.$$eval(`${within} :is(.n, .pct, .ratio, .claim)`, (numbers) =>
    numbers
      .filter((number) => number.checkVisibility())
      .map((number) => `${number.getAttribute("data-of")}: ${number.textContent}`),
  );
}

describe("all editions say the same", () => {
  it.each(sizes)(
    "every number with its label, in pictures, descriptions and tables: $width",
    async (size) => {
      const noScript = await openStory({ ...size, javaScript: false });
      const expected = await stillNumbers(noScript.page);
      expect(expected.length).toBeGreaterThan(50);
      for (const pair of [
        "undescribed: 363 Described by no published outcome",
        "ages: 166 Adults",
        "all: 1,841 reports",
      ])
        expect(expected).toContain(pair);
      expect(await tabledNumbers(noScript.page)).toEqual(expected);
      expect(await spokenNumbers(noScript.page)).toEqual(expected);
      await choose(noScript.page, "all");
      expect(await stillNumbers(noScript.page)).toEqual(expected);
      await choose(noScript.page, "steps");
      await noScript.page.emulateMedia({ media: "print" });
      expect(await stillNumbers(noScript.page)).toEqual(expected);
      await noScript.close();

      const { page, close } = await openStory(size);
      await settle(page);
      await page.workers()[0].evaluate(listenToCanvas);
      expect(await stageNumbers(page, (id) => goTo(page, id))).toEqual(expected);
      expect(await spokenNumbers(page)).toEqual(expected);
      await choose(page, "steps");
      const click = (id: string) => page.locator(`.steps a[href="#${id}"]`).click();
      expect(await stageNumbers(page, click)).toEqual(expected);
      await choose(page, "all");
      expect(await stillNumbers(page)).toEqual(expected);
      await close();
    },
  );

  it("every number that the text binds, with the figures that it counts", async () => {
    const { page, close } = await openStory({ javaScript: false });
    const expected = await boundNumbers(page);
    const inSteps = await boundNumbers(page, "[data-scene]");
    expect(inSteps.length).toBeGreaterThan(20);
    expect(inSteps).toContain("charged: 15.8%");
    await choose(page, "all");
    expect(await boundNumbers(page)).toEqual(expected);
    await choose(page, "steps");
    const stepByStep: Numbers = [];
    for (const id of await sceneIds(page)) {
      await page.goto(`${server.url}${slug}/#${id}`);
      stepByStep.push(...(await boundNumbers(page, "[data-scene]")));
    }
    expect(stepByStep).toEqual(inSteps);
    await page.emulateMedia({ media: "print" });
    expect(await boundNumbers(page)).toEqual(expected);
    await close();
  });
});

/** Waits for the moving picture where the window has room for one: the still one in its place is but a moment's. */
const stageIsThere = (page: Page) =>
  page.waitForFunction(() => {
    const stage = document.querySelector(".stage");
    return stage && (getComputedStyle(stage).display === "none" || stage.closest(".live"));
  });

describe("the words of every edition", () => {
  it.each([
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 768, height: 1024 },
    { width: 844, height: 390 },
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])("are set in 12 pixels or more, also on the pictures: $width × $height", async (size) => {
    const { page, close } = await openStory(size);
    for (const edition of ["scroll", "all"] as const) {
      await choose(page, edition);
      await stageIsThere(page);
      const small = await page.$$eval("body *", (elements) =>
        elements.flatMap((element) => {
          const words = [...element.childNodes].some(
            (node) => node.nodeType === 3 && node.textContent!.trim(),
          );
          const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          if (!words || !seen) return [];
          const scale = element instanceof SVGGraphicsElement ? element.getScreenCTM()!.a : 1;
          const pixels = parseFloat(getComputedStyle(element).fontSize) * scale;
          return pixels < 11.95 ? [`${pixels.toFixed(1)}: ${element.textContent}`] : [];
        }),
      );
      expect({ edition, small }).toEqual({ edition, small: [] });
    }
    await close();
  });
});
