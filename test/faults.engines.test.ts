import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { builtDocument, scriptsOf, slug } from "./built-page.ts";
import { type Answer, type Change, type ChangedSite, serveChanged } from "./changed-site.ts";
import { click, follow, goBack, pause, until, untilAt, untilThere } from "./engines/acts.ts";
import type { Size, Tab } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { pixelDifference } from "./pixels.ts";
import {
  choose,
  countOf,
  goTo,
  scrollTo,
  settle,
  shownScenes,
  stagePicture,
  widths,
  wordsOf,
} from "./reading.ts";
import { serveSite } from "./serve.ts";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

const engine = useEngine();
let server: ChangedSite;
let address: string;
let scripts: string[];
/** What is done to the files of the site, and how often each is asked for. */
let spoil: Change;
let asked: Map<string, number>;
beforeAll(async () => {
  server = await serveChanged((path, original) => {
    asked.set(path, (asked.get(path) ?? 0) + 1);
    return spoil(path, original);
  });
  address = `${server.url}${slug}/`;
  scripts = scriptsOf(await builtDocument());
});
afterAll(() => server.close());
beforeEach(() => {
  server.cutWaiting();
  spoil = () => Promise.resolve(undefined);
  asked = new Map();
});

/** Opens the story as soon as its words are there: what is spoilt may never come. */
async function openWords(size: Size = phone): Promise<Tab> {
  const tab = await engine.open(`${server.url}robots.txt`, size);
  await follow(tab, address);
  await untilThere(tab, "main:has([data-scene]) ~ footer");
  return tab;
}

/** Whether every scene has its picture, of which there is one to see, beside its words, and the way out is there. */
async function expectWhole(tab: Tab): Promise<void> {
  const scenes = () =>
    tab.evaluate(async () => {
      const found: object[] = [];
      for (const scene of document.querySelectorAll("[data-scene]")) {
        scene.scrollIntoView({ behavior: "instant" });
        await new Promise(requestAnimationFrame);
        const options = { opacityProperty: true, visibilityProperty: true };
        const stills = [...scene.querySelectorAll(".still")].filter((still) =>
          still.checkVisibility(options),
        );
        const stage = document.querySelector(".stage")?.checkVisibility(options) ?? false;
        const words = scene.querySelector("p")!.checkVisibility(options);
        found.push({ pictures: stills.length + Number(stage), words });
      }
      return found;
    });
  // Until the stage has drawn, it is there beside the still picture.
  await expect.poll(scenes, { timeout: 10_000 }).toEqual(Array(8).fill({ pictures: 1, words: true }));
  const words = await wordsOf(tab, "article");
  for (const number of ["1,841", "1,478", "363", "35.5%"]) expect(words).toContain(number);
  const { window, page } = await widths(tab);
  expect(page).toBe(window);
  const exit = await tab.evaluate(() => document.querySelector<HTMLAnchorElement>("a.exit")!.href);
  expect(exit).toMatch(/^https:/);
}

/** A place where the dots are half-way into a scene. */
function halfWayInto(tab: Tab, id: string): Promise<number> {
  return tab.evaluate((id) => {
    const { top } = document.getElementById(id)!.getBoundingClientRect();
    return Math.round(top + scrollY - innerHeight * 0.5);
  }, id);
}

/** What the stage shows at a place to someone who comes straight to it. */
async function freshPicture(size: Size, top: number): Promise<Buffer> {
  const tab = await engine.open(address, size);
  await scrollTo(tab, top);
  await settle(tab);
  return stagePicture(tab);
}

const faults: Readonly<Record<string, Answer>> = {
  missing: { status: 404 },
  "cut off": "cut",
  throwing: { body: "throw new Error('broken')" },
  "cut short": { body: "const views = [" },
  "never there": null,
};

describe("a script that fails", () => {
  it.each(Object.keys(faults))("is not missed by the article: %s", async (fault) => {
    expect(scripts).toHaveLength(2);
    for (const script of scripts) {
      spoil = (path) => Promise.resolve(path === `/${script}` ? faults[fault] : undefined);
      const tab = await openWords();
      await expectWhole(tab);
      expect(asked.get(`/${script}`)).toBeGreaterThan(0);
      await choose(tab, "steps");
      expect(await shownScenes(tab)).toHaveLength(1);
      await choose(tab, "all");
      await expectWhole(tab);
    }
  });

  it.each(Object.keys(faults))(
    "leaves the still pictures where it fails in the worker: %s",
    async (fault) => {
      const story = `/${scripts[1]}`;
      const worker = `${story}?worker`;
      spoil = async (path, original) => {
        if (path === worker) return faults[fault];
        // Else the worker might have what the page has loaded already.
        const otherwise = 'import.meta.url + "?worker"';
        return path === story
          ? { body: (await original()).replace("import.meta.url", otherwise) }
          : undefined;
      };
      const tab = await openWords();
      await expect.poll(() => asked.get(worker), { timeout: 5000 }).toBeGreaterThan(0);
      await pause(500);
      await expectWhole(tab);
      await choose(tab, "steps");
      expect(await shownScenes(tab)).toHaveLength(1);
    },
  );

  it("leaves the still pictures where it fails half-way", async () => {
    const breaks = `if (!("document" in globalThis)) new BroadcastChannel("break").onmessage = () => {
      OffscreenCanvasRenderingContext2D.prototype.putImageData = () => { throw new Error("broken"); };
    };`;
    spoil = async (path, original) =>
      path === `/${scripts[1]}` ? { body: `${breaks}${await original()}` } : undefined;
    const tab = await openWords();
    await settle(tab);
    await tab.evaluate(() => new BroadcastChannel("break").postMessage(null));
    await goTo(tab, "ages");
    await untilThere(tab, ".sequence:not(.live)");
    await expectWhole(tab);
    expect(await countOf(tab, "canvas")).toBe(0);
  });

  it("gives way to the still pictures while the device has lost its picture, and comes back", async () => {
    const loses = `if (!("document" in globalThis)) {
      const { prototype } = OffscreenCanvasRenderingContext2D;
      const put = prototype.putImageData;
      let context;
      prototype.putImageData = function (...given) {
        context = this;
        put.apply(this, given);
      };
      new BroadcastChannel("context").onmessage = ({ data }) => {
        // Sets the context back, as a lost one is: nothing is on it any more.
        context.reset();
        context.canvas.dispatchEvent(new Event(data));
      };
    }`;
    spoil = async (path, original) =>
      path === `/${scripts[1]}` ? { body: `${loses}${await original()}` } : undefined;
    const tab = await openWords();
    await settle(tab);
    await goTo(tab, "ages");
    await settle(tab);
    const before = await stagePicture(tab);
    const happen = (kind: string) =>
      tab.evaluate((kind) => new BroadcastChannel("context").postMessage(kind), kind);
    await happen("contextlost");
    await untilThere(tab, ".sequence:not(.live)");
    await expectWhole(tab);
    await goTo(tab, "ages");
    await happen("contextrestored");
    await settle(tab);
    expect(pixelDifference(await stagePicture(tab), before)).toBe(0);
  });
});

describe("a browser that lacks something", () => {
  it("shows the still pictures where it has no canvas, and the steps go on", async () => {
    const lacks = `if ("document" in globalThis) delete HTMLCanvasElement.prototype.transferControlToOffscreen;`;
    spoil = async (path, original) =>
      path === `/${scripts[1]}` ? { body: `${lacks}${await original()}` } : undefined;
    const tab = await openWords();
    await untilThere(tab, "body > [aria-live]");
    await expectWhole(tab);
    await choose(tab, "steps");
    await click(tab, ".steps a[href='#ages']");
    await tab.press("ArrowRight");
    expect(await shownScenes(tab)).toEqual(["community"]);
  });

  it.each(engine.windowsOf([phone, desk]))("reads well in other typefaces: $width", async (size) => {
    spoil = (path) => Promise.resolve(path.endsWith(".woff2") ? "cut" : undefined);
    const tab = await openWords(size);
    await settle(tab);
    await expectWhole(tab);
  });
});

describe("a page under strain", () => {
  it.each([
    { width: 320, height: 256 },
    { width: 256, height: 200 },
  ])("reads in one direction at 400 % zoom, and only the way out stays: $width × $height", async (size) => {
    const tab = await engine.open(address, size);
    await expectWhole(tab);
    const stuck = await tab.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter(
          (element) => element.checkVisibility() && /sticky|fixed/.test(getComputedStyle(element).position),
        )
        .map((element) => element.getAttribute("class")),
    );
    expect(stuck).toEqual(["skip", "bar"]);
  });

  it.each(engine.windowsOf([phone, desk, { width: 320, height: 256 }]))(
    "gives way to wider text spacing: $width",
    async (size) => {
      const tab = await engine.open(address, size);
      await tab.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
        document.adoptedStyleSheets.push(sheet);
      });
      await expectWhole(tab);
      const cut = await tab.evaluate(() =>
        [...document.querySelectorAll("main :is(p, h1, h2, h3, li, td, th, label, summary), .exit")]
          .filter((element) => element.checkVisibility() && !element.closest(".unseen"))
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth > 0)
          .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      );
      expect(cut).toEqual([]);
    },
  );

  it("goes on without a network once it is there", async () => {
    const passing = await serveSite();
    const tab = await engine.open(`${passing.url}${slug}/`, phone);
    await settle(tab);
    await passing.close();
    await expectWhole(tab);
    await choose(tab, "steps");
    await click(tab, ".turn a:has(+ span)");
    expect(await shownScenes(tab)).toHaveLength(1);
    await choose(tab, "all");
    await expectWhole(tab);
    // Its icon browsers ask for whenever they like.
    expect((await tab.faults()).filter((fault) => /^uncaught|JS ERROR/.test(fault))).toEqual([]);
  });

  it("is as it was when the browser brings it back", async () => {
    const tab = await engine.open(address, desk);
    await tab.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
    });
    await goTo(tab, "community");
    await settle(tab);
    const before = await stagePicture(tab);
    await follow(tab, `${server.url}404.html`);
    await untilAt(tab, `${server.url}404.html`);
    await goBack(tab);
    await until(
      tab,
      "the page as it was left",
      () => (window as unknown as { persisted?: boolean }).persisted,
      null,
    );
    await settle(tab);
    expect(pixelDifference(await stagePicture(tab), before)).toBe(0);
    await choose(tab, "steps");
    expect(await shownScenes(tab)).toEqual(["community"]);
  });

  it("shows what belongs to the place after any turn of the window in the middle of a change", async () => {
    const tab = await engine.open(address, desk);
    await settle(tab);
    await scrollTo(tab, await halfWayInto(tab, "outcomes"));
    for (const size of [phone, { width: 844, height: 390 }, { width: 640, height: 400 }, phone, desk]) {
      await tab.resize(size);
      await pause(120);
    }
    const top = await halfWayInto(tab, "ages");
    await scrollTo(tab, top);
    await settle(tab);
    expect(pixelDifference(await stagePicture(tab), await freshPicture(desk, top))).toBe(0);
    expect(await tab.faults()).toEqual([]);
  });

  it("shows what belongs to the place while a phone's address bar comes and goes", async () => {
    const tab = await engine.open(address, phone);
    await settle(tab);
    const top = await halfWayInto(tab, "outcomes");
    await scrollTo(tab, top);
    for (const height of [788, 816, 844, 788, 844]) {
      await tab.resize({ width: 390, height });
      await pause(60);
    }
    await scrollTo(tab, top);
    await settle(tab);
    expect(pixelDifference(await stagePicture(tab), await freshPicture(phone, top))).toBe(0);
    expect(await tab.faults()).toEqual([]);
  });

  it("bears a hundred fast turns of the scroll", async () => {
    const tab = await engine.open(address, phone);
    await settle(tab);
    const [low, high] = [await halfWayInto(tab, "outcomes"), await halfWayInto(tab, "undescribed")];
    await tab.evaluate(
      async ([low, high]) => {
        for (let turn = 0; turn < 100; turn++) {
          window.scrollTo({ top: turn % 2 === 0 ? high - turn * 9 : low + turn * 9, behavior: "instant" });
          await new Promise((resolve) => setTimeout(resolve, turn % 7));
        }
      },
      [low, high],
    );
    await scrollTo(tab, low);
    await settle(tab);
    expect(pixelDifference(await stagePicture(tab), await freshPicture(phone, low))).toBe(0);
    expect(await tab.faults()).toEqual([]);
  });
});
