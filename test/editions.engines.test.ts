import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { click, focus, until, untilThere } from "./engines/acts.ts";
import type { Scope, Tab, TabOptions } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { pixelDifference } from "./pixels.ts";
import {
  choose,
  countOf,
  editions,
  goTo,
  putOnPaper,
  sceneIds,
  settle,
  shownScenes,
  stagePicture,
  wordsOf,
} from "./reading.ts";
import { drawingOf, serveWatched } from "./watched-stage.ts";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

const engine = useEngine();
const sizes = engine.windowsOf([phone, desk]);
let server: RunningServer;
beforeAll(async () => {
  server = await serveWatched();
});
afterAll(() => server.close());

const openStory = (options: TabOptions, fragment = "") =>
  engine.open(`${server.url}${slug}/${fragment}`, options);

/** The links from step to step. */
const [next, previous] = [".turn span + a", ".turn a:has(+ span)"];

const historyLength = (tab: Tab) => tab.evaluate(() => history.length);
const currentMark = (tab: Tab) =>
  tab.evaluate(() => document.querySelector(".steps [aria-current=true]")!.getAttribute("href"));

describe.each(sizes)("the editions at $width × $height", (size) => {
  it("are chosen without script: one step at a time, or all under each other with nothing that sticks", async () => {
    const tab = await openStory({ ...size, javaScript: false });
    const ids = await sceneIds(tab);
    expect(await shownScenes(tab)).toEqual(ids);

    await choose(tab, "steps");
    expect(await shownScenes(tab)).toEqual([ids[0]]);
    for (const id of ids.slice(1)) {
      await click(tab, next);
      expect(await shownScenes(tab)).toEqual([id]);
      expect(await countOf(tab, `[id="${id}"] .still`)).toBe(1);
    }
    expect(await countOf(tab, next)).toBe(0);
    await click(tab, previous);
    expect(await shownScenes(tab)).toEqual([ids.at(-2)]);

    await choose(tab, "all");
    expect(await shownScenes(tab)).toEqual(ids);
    const stuck = await tab.evaluate(() =>
      [...document.querySelectorAll(".sequence *")]
        .filter((element) => {
          const { position } = getComputedStyle(element);
          return element.checkVisibility() && (position === "sticky" || position === "fixed");
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    expect(stuck).toEqual([]);
  });

  it("lead from step to step without a trace in the history, by links, marks and arrow keys", async () => {
    const tab = await openStory(size);
    await settle(tab);
    const ids = await sceneIds(tab);
    const entries = await historyLength(tab);
    await choose(tab, "steps");
    await click(tab, next);
    expect(await shownScenes(tab)).toEqual([ids[1]]);
    expect(await currentMark(tab)).toBe(`#${ids[1]}`);
    expect(await tab.evaluate(() => location.href)).toBe(`${server.url}${slug}/#${ids[1]}`);
    await tab.press("ArrowRight");
    expect(await shownScenes(tab)).toEqual([ids[2]]);
    await tab.press("ArrowLeft");
    await tab.press("ArrowLeft");
    await tab.press("ArrowLeft");
    expect(await shownScenes(tab)).toEqual([ids[0]]);
    await focus(tab, "canvas");
    await tab.press("ArrowRight");
    expect(await shownScenes(tab)).toEqual([ids[1]]);
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe("canvas");
    await click(tab, `.steps a[href="#${ids[6]}"]`);
    expect(await shownScenes(tab)).toEqual([ids[6]]);
    await choose(tab, "scroll");
    await click(tab, `.steps a[href="#${ids[3]}"]`);
    expect(await currentMark(tab)).toBe(`#${ids[3]}`);
    expect(await historyLength(tab)).toBe(entries);
    expect(await tab.faults()).toEqual([]);
  });

  it("show the same picture of a step, however one comes to it", async () => {
    const tab = await openStory(size);
    for (const id of ["outcomes", "ages", "whole"]) {
      await choose(tab, "scroll");
      await goTo(tab, id);
      await settle(tab);
      const scrolled = await stagePicture(tab);
      await choose(tab, "steps");
      await click(tab, `.steps a[href="#${id}"]`);
      await settle(tab);
      expect(pixelDifference(await stagePicture(tab), scrolled)).toBe(0);
    }
  });

  it("are chosen with script, there and back, and with a note open", async () => {
    const tab = await openStory(size);
    for (const edition of [...editions, ...editions.toReversed()]) {
      await choose(tab, edition);
      expect(await shownScenes(tab)).toHaveLength(edition === "steps" ? 1 : 8);
    }
    await click(tab, ".term > button");
    await untilThere(tab, ".term > :popover-open");
    await choose(tab, "steps");
    expect(await countOf(tab, ":popover-open")).toBe(0);
  });

  it("keep the place: whoever changes to step by step goes on with the step just read", async () => {
    const tab = await openStory(size, "#ages");
    await settle(tab);
    await choose(tab, "steps");
    expect(await shownScenes(tab)).toEqual(["ages"]);
    await tab.evaluate(() => void (location.hash = "#community"));
    await untilThere(tab, "#community.now");
    expect(await shownScenes(tab)).toEqual(["community"]);
  });

  it("mark where the reader is while the page scrolls, and say nothing of it", async () => {
    const tab = await openStory(size);
    for (const id of await sceneIds(tab)) {
      await goTo(tab, id);
      await untilThere(tab, `.steps a[href="#${id}"][aria-current=true]`);
    }
    expect(await wordsOf(tab, "body > [aria-live]")).toBe("");
  });
});

describe("changes of the picture for screen readers", () => {
  it("are announced politely, no more often than every five seconds, the last one where several came", async () => {
    const tab = await openStory(desk);
    await settle(tab);
    await tab.evaluate(() => {
      const said: { words: string | null; at: number }[] = [];
      const status = document.querySelector("body > [aria-live]")!;
      new MutationObserver(() => said.push({ words: status.textContent, at: performance.now() })).observe(
        status,
        { childList: true, characterData: true, subtree: true },
      );
      Object.assign(window, { said });
    });
    await focus(tab, "canvas");
    await goTo(tab, "all");
    await untilThere(tab, ".steps a[href='#all'][aria-current=true]");
    const hasSaid = (times: number) =>
      until(
        tab,
        `${times} announcements`,
        (times) => (window as unknown as { said: unknown[] }).said.length >= times,
        times,
      );
    await tab.press("ArrowRight");
    await hasSaid(1);
    for (let i = 0; i < 2; i++) await tab.press("ArrowRight");
    await hasSaid(2);
    const said = await tab.evaluate(
      () => (window as unknown as { said: { words: string; at: number }[] }).said,
    );
    expect(said[0].words).toMatch(/^Step 2 of 8\. 1,841 reports in 7 groups: .* have parted: all reports\.$/);
    expect(said[1].words).toMatch(/^Step 4 of 8\. .*Charged 290 \(Young people 124, Adults 166\)/);
    expect(said[1].at - said[0].at).toBeGreaterThanOrEqual(4990);
  });

  it.each(sizes)(
    "stand beside each scene's words though the stage has taken its place: $width",
    async (size) => {
      const tab = await openStory(size);
      await settle(tab);
      for (const id of await sceneIds(tab)) {
        const { pictures, headings, tables } = await tab.evaluate((id) => {
          const seen = (selector: string) =>
            [...document.querySelectorAll(`[id="${id}"] ${selector}`)].filter((element) =>
              element.checkVisibility({ visibilityProperty: true }),
            );
          return {
            pictures: seen("[role=img]").map((picture) => picture.getAttribute("aria-label")),
            headings: seen("h3").length,
            tables: seen("summary").map((summary) => summary.textContent.trim()),
          };
        }, id);
        expect(pictures).toEqual([expect.stringMatching(/^1,841 reports in /)]);
        if (id !== "all") expect(pictures[0]).toContain("Since the step before:");
        expect(headings).toBe(1);
        expect(tables).toEqual(["This picture in figures"]);
      }
    },
  );
});

/** A number with what it counts, as in "290 Charged", in the scene whose id comes first; sorted. */
type Numbers = string[];

/** The words on the still pictures that are to be seen. */
function stillNumbers(scope: Scope): Promise<Numbers> {
  return scope.evaluate(() =>
    [...document.querySelectorAll("[data-scene]")]
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

/** Expects that the stage writes the same, however the reader comes to a scene. */
async function expectOnStage(
  tab: Tab,
  expected: Numbers,
  show: (id: string) => Promise<void>,
): Promise<void> {
  for (const id of await sceneIds(tab)) {
    await show(id);
    const drawn = async () => (await drawingOf(tab)).words.map((label) => `${id}: ${label}`).sort();
    const wanted = expected.filter((label) => label.startsWith(`${id}: `));
    await expect.poll(drawn, { timeout: 10_000 }).toEqual(wanted);
  }
}

/** The descriptions of the pictures, as screen readers get them. */
async function spokenNumbers(scope: Scope): Promise<Numbers> {
  const described = await scope.evaluate(() =>
    [...document.querySelectorAll("[data-scene] [role=img]")]
      .filter((picture) => picture.checkVisibility({ visibilityProperty: true }))
      .map((picture) => ({
        id: picture.closest("[data-scene]")!.id,
        words: picture.getAttribute("aria-label")!,
      })),
  );
  return described
    .flatMap(({ id, words }) => {
      const [, description] = /^(.*?)(?: Lit up| Since|$)/.exec(words)!;
      const [total, groups] = description.split(/ in (?:one block|\d+ groups: )/);
      const pairs = [...groups.matchAll(/([^(),][^()]*?) ([\d,]*\d)(?=[,.) ])/g)];
      return pairs.length > 0
        ? pairs.map(([, label, count]) => `${id}: ${count} ${label.replace(/^, /, "").trim()}`)
        : [`${id}: ${total}`];
    })
    .sort();
}

/** The tables of the scenes, without their last row, the whole, unless it is the only one. */
function tabledNumbers(scope: Scope): Promise<Numbers> {
  return scope.evaluate(() =>
    [...document.querySelectorAll("[data-scene]")]
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
function boundNumbers(scope: Scope, within = "article"): Promise<Numbers> {
  return scope.evaluate(
    (within) =>
      [...document.querySelectorAll(`${within} :is(.n, .pct, .ratio, .claim)`)]
        .filter((number) => number.checkVisibility())
        .map((number) => `${number.getAttribute("data-of")}: ${number.textContent}`),
    within,
  );
}

describe("all editions say the same", () => {
  it.each(sizes)(
    "every number with its label, in pictures, descriptions and tables: $width",
    async (size) => {
      const still = await openStory({ ...size, javaScript: false });
      const expected = await stillNumbers(still);
      expect(expected.length).toBeGreaterThan(50);
      for (const pair of [
        "undescribed: 363 Described by no published outcome",
        "ages: 166 Adults",
        "all: 1,841 reports",
      ])
        expect(expected).toContain(pair);
      expect(await tabledNumbers(still)).toEqual(expected);
      expect(await spokenNumbers(still)).toEqual(expected);
      await choose(still, "all");
      expect(await stillNumbers(still)).toEqual(expected);
      await choose(still, "steps");
      await putOnPaper(still);
      expect(await stillNumbers(still)).toEqual(expected);

      const tab = await openStory(size);
      await settle(tab);
      await expectOnStage(tab, expected, (id) => goTo(tab, id));
      expect(await spokenNumbers(tab)).toEqual(expected);
      await choose(tab, "steps");
      await expectOnStage(tab, expected, (id) => click(tab, `.steps a[href="#${id}"]`));
      await choose(tab, "all");
      expect(await stillNumbers(tab)).toEqual(expected);
    },
  );

  it("every number that the text binds, with the figures that it counts", async () => {
    const tab = await openStory({ javaScript: false });
    const expected = await boundNumbers(tab);
    const inSteps = await boundNumbers(tab, "[data-scene]");
    expect(inSteps.length).toBeGreaterThan(20);
    expect(inSteps).toContain("charged: 15.8%");
    await choose(tab, "all");
    expect(await boundNumbers(tab)).toEqual(expected);
    await choose(tab, "steps");
    const stepByStep: Numbers = [];
    for (const id of await sceneIds(tab)) {
      await tab.evaluate((id) => void (location.hash = id), id);
      stepByStep.push(...(await boundNumbers(tab, "[data-scene]")));
    }
    expect(stepByStep).toEqual(inSteps);
    await putOnPaper(tab);
    expect(await boundNumbers(tab)).toEqual(expected);
  });
});

describe("the words of every edition", () => {
  it("are set in 12 pixels or more, also on the pictures", async () => {
    const tab = await openStory(phone);
    for (const size of [
      { width: 320, height: 640 },
      { width: 390, height: 844 },
      { width: 768, height: 1024 },
      { width: 844, height: 390 },
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ]) {
      await tab.resize(size);
      for (const edition of ["scroll", "all"] as const) {
        await choose(tab, edition);
        // The still picture in the stage's place is but a moment's.
        await until(
          tab,
          "the stage",
          () => {
            const stage = document.querySelector(".stage");
            return stage && (getComputedStyle(stage).display === "none" || stage.closest(".live") !== null);
          },
          null,
        );
        const small = await tab.evaluate(() =>
          [...document.querySelectorAll("body *")].flatMap((element) => {
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
        expect({ size, edition, small }).toEqual({ size, edition, small: [] });
      }
    }
  });
});
