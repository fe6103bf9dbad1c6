import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { builtDocument, scriptsOf, slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { countColors, pixelDifference } from "./pixels.ts";
import { choose, goTo, sceneIds, settle, shownScenes, stagePicture } from "./reading.ts";
import { serveSite } from "./serve.ts";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

let browser: Browser;
let server: RunningServer;
let address: string;
let scripts: string[];
beforeAll(async () => {
  // Browsers keep pages to bring them back; Playwright switches that off.
  browser = await launchChromium({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  server = await serveSite();
  address = `${server.url}${slug}/`;
  scripts = scriptsOf(await builtDocument());
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens the story in a context that something has been done to, and doesn't wait for what may never come. */
async function openSpoilt(spoil: (context: BrowserContext) => Promise<unknown>, viewport = phone) {
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  await spoil(context);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("footer").waitFor();
  return { page, close: () => context.close() };
}

/** Whether every scene has its picture, of which there is one to see, beside its words, and the way out is there. */
async function expectWhole(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  for (const id of await sceneIds(page)) {
    await goTo(page, id);
    const seen = await page.$eval(`[id="${id}"]`, (scene) => {
      const options = { opacityProperty: true, visibilityProperty: true };
      const stills = [...scene.querySelectorAll(".still")].filter((still) => still.checkVisibility(options));
      const stage = document.querySelector(".stage")?.checkVisibility(options) ?? false;
      return {
        pictures: stills.length + Number(stage),
        words: scene.querySelector("p")!.checkVisibility(options),
      };
    });
    expect({ id, ...seen }).toEqual({ id, pictures: 1, words: true });
  }
  for (const number of ["1,841", "1,478", "363", "35.5%"])
    expect(await page.locator("article").innerText()).toContain(number);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await page.getAttribute("a.exit", "href")).toMatch(/^https:/);
}

async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
}

/** A place where the dots are half-way into a scene. */
async function halfWayInto(page: Page, id: string): Promise<number> {
  const { height } = page.viewportSize()!;
  const top = await page.$eval(`[id="${id}"]`, (scene) => scene.getBoundingClientRect().top + scrollY);
  return Math.round(top - height * 0.5);
}

/** What the stage shows at a place to someone who comes straight to it. */
async function freshPicture(size: typeof phone, top: number): Promise<Buffer> {
  const { page, close } = await openPage(browser, address, size);
  await scrollTo(page, top);
  await settle(page);
  const picture = await stagePicture(page);
  await close();
  return picture;
}

const faults: Record<string, (route: Route) => Promise<void>> = {
  missing: (route) => route.fulfill({ status: 404, body: "" }),
  blocked: (route) => route.abort("blockedbyclient"),
  throwing: (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('broken')" }),
  "cut short": (route) => route.fulfill({ contentType: "text/javascript", body: "const views = [" }),
  "30 seconds late": async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 30_000).unref());
    await route.fulfill({ status: 404 }).catch(() => {});
  },
};

describe("a script that fails", () => {
  it.each(Object.keys(faults))("is not missed by the article: %s", async (fault) => {
    expect(scripts).toHaveLength(2);
    for (const script of scripts) {
      let asked = 0;
      const { page, close } = await openSpoilt((context) =>
        context.route(`**/${script}`, (route) => {
          asked++;
          return faults[fault](route);
        }),
      );
      await expectWhole(page);
      expect(asked).toBe(1);
      await choose(page, "steps");
      expect(await shownScenes(page)).toHaveLength(1);
      await choose(page, "all");
      await expectWhole(page);
      await close();
    }
  });

  it.each(Object.keys(faults))(
    "leaves the still pictures where it fails in the worker: %s",
    async (fault) => {
      let asked = 0;
      const { page, close } = await openSpoilt((context) =>
        context.route(`**/${scripts[1]}`, (route) => {
          asked++;
          return asked === 1 ? route.continue() : faults[fault](route);
        }),
      );
      await expect.poll(() => asked).toBe(2);
      await page.waitForTimeout(500);
      await expectWhole(page);
      await choose(page, "steps");
      expect(await shownScenes(page)).toHaveLength(1);
      await close();
    },
  );

  it("leaves the still pictures where it fails half-way", async () => {
    const { page, close } = await openSpoilt(() => Promise.resolve());
    await settle(page);
    await page.workers()[0].evaluate(() => {
      OffscreenCanvasRenderingContext2D.prototype.putImageData = () => {
        throw new Error("broken");
      };
    });
    await goTo(page, "ages");
    await page.waitForSelector(".sequence:not(.live)");
    await expectWhole(page);
    expect(await page.locator("canvas").count()).toBe(0);
    await close();
  });
});

describe("a browser that lacks something", () => {
  it("shows the still pictures where it has no canvas, and the steps go on", async () => {
    const { page, close } = await openSpoilt((context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen");
      }),
    );
    await expectWhole(page);
    await choose(page, "steps");
    await page.locator(".steps a[href='#ages']").click();
    await page.keyboard.press("ArrowRight");
    expect(await shownScenes(page)).toEqual(["community"]);
    await close();
  });

  it.each([phone, desk])("reads well in other typefaces: $width", async (size) => {
    const { page, close } = await openSpoilt(
      (context) => context.route("**/*.woff2", (route) => route.abort()),
      size,
    );
    await settle(page);
    await expectWhole(page);
    await close();
  });

  it.each([phone, desk])("draws the stage anew in the reader's own colours: $width", async (size) => {
    const { page, faults, close } = await openPage(browser, `${address}#outcomes`, size);
    await settle(page);
    const before = await stagePicture(page);
    await page.emulateMedia({ forcedColors: "active" });
    await settle(page);
    expect(pixelDifference(await stagePicture(page), before)).toBeGreaterThan(0.001);
    expect(countColors(await stagePicture(page))).toBeGreaterThan(10);
    await expectWhole(page);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("a page under strain", () => {
  it.each([
    { width: 320, height: 256 },
    { width: 256, height: 200 },
  ])("reads in one direction at 400 % zoom, and only the way out stays: $width × $height", async (size) => {
    const { page, close } = await openPage(browser, address, size);
    await expectWhole(page);
    const stuck = await page.$$eval("body *", (elements) =>
      elements
        .filter(
          (element) => element.checkVisibility() && /sticky|fixed/.test(getComputedStyle(element).position),
        )
        .map((element) => element.getAttribute("class")),
    );
    expect(stuck).toEqual(["skip", "bar"]);
    await close();
  });

  it.each([phone, desk, { width: 320, height: 256 }])(
    "gives way to wider text spacing: $width",
    async (size) => {
      const { page, close } = await openPage(browser, address, { ...size, context: { bypassCSP: true } });
      await page.addStyleTag({
        content: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`,
      });
      await expectWhole(page);
      const cut = await page.$$eval(
        "main :is(p, h1, h2, h3, li, td, th, label, summary), .exit",
        (elements) =>
          elements
            .filter((element) => element.checkVisibility() && !element.closest(".unseen"))
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth > 0)
            .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      );
      expect(cut).toEqual([]);
      await close();
    },
  );

  it("goes on without a network once it is there", async () => {
    const { page, faults, close } = await openPage(browser, address, phone);
    await settle(page);
    await page.context().setOffline(true);
    await expectWhole(page);
    await choose(page, "steps");
    await page.locator(".turn a:visible", { hasText: "Previous" }).click();
    expect(await shownScenes(page)).toHaveLength(1);
    await choose(page, "all");
    await expectWhole(page);
    expect(faults.filter((fault) => fault.startsWith("uncaught"))).toEqual([]);
    await close();
  });

  it("is as it was when the browser brings it back", async () => {
    const { page, close } = await openPage(browser, address, desk);
    await page.evaluate(() =>
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted })),
    );
    await goTo(page, "community");
    await settle(page);
    const before = await stagePicture(page);
    await page.goto(`${server.url}404.html`);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => (window as unknown as { persisted?: boolean }).persisted);
    await settle(page);
    expect(pixelDifference(await stagePicture(page), before)).toBe(0);
    await choose(page, "steps");
    expect(await shownScenes(page)).toEqual(["community"]);
    await close();
  });

  it("shows what belongs to the place after any turn of the window in the middle of a change", async () => {
    const { page, faults, close } = await openPage(browser, address, desk);
    await settle(page);
    await scrollTo(page, await halfWayInto(page, "outcomes"));
    for (const size of [phone, { width: 844, height: 390 }, { width: 640, height: 400 }, phone, desk]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(120);
    }
    const top = await halfWayInto(page, "ages");
    await scrollTo(page, top);
    await settle(page);
    expect(pixelDifference(await stagePicture(page), await freshPicture(desk, top))).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("shows what belongs to the place while a phone's address bar comes and goes", async () => {
    const { page, faults, close } = await openPage(browser, address, phone);
    await settle(page);
    const top = await halfWayInto(page, "outcomes");
    await scrollTo(page, top);
    for (const height of [788, 816, 844, 788, 844]) {
      await page.setViewportSize({ width: 390, height });
      await page.waitForTimeout(60);
    }
    await scrollTo(page, top);
    await settle(page);
    expect(pixelDifference(await stagePicture(page), await freshPicture(phone, top))).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("bears a hundred fast turns of the scroll", async () => {
    const { page, faults, close } = await openPage(browser, address, phone);
    await settle(page);
    const [low, high] = [await halfWayInto(page, "outcomes"), await halfWayInto(page, "undescribed")];
    await page.evaluate(
      async ([low, high]) => {
        for (let turn = 0; turn < 100; turn++) {
          window.scrollTo({ top: turn % 2 === 0 ? high - turn * 9 : low + turn * 9, behavior: "instant" });
          await new Promise((resolve) => setTimeout(resolve, turn % 7));
        }
      },
      [low, high],
    );
    await scrollTo(page, low);
    await settle(page);
    expect(pixelDifference(await stagePicture(page), await freshPicture(phone, low))).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});
