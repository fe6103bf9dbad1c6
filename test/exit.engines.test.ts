import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { builtDocument, readBuilt, scriptsOf, slug } from "./built-page.ts";
import {
  type Answer,
  type ChangedSite,
  type OtherSite,
  serveChanged,
  serveOtherSite,
} from "./changed-site.ts";
import { click, follow, goBack, pause, pointOf, until, untilAt, untilThere } from "./engines/acts.ts";
import { useEngine } from "./engines/use-engine.ts";
import type { Tab, TabOptions } from "./engines/types.ts";
import { countColors } from "./pixels.ts";
import { editions } from "./reading.ts";

const blank = "\u200b";
/** Where the link leads, as the site is built. */
const published = "https://www.bbc.co.uk/weather";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

let other: OtherSite;
let site: ChangedSite;
/** What is sent in place of the two scripts of the story's page, and whether no more than half of it comes. */
let spoilt: { exit?: Answer; story?: Answer; half?: boolean };

beforeAll(async () => {
  const [exit, story] = scriptsOf(await builtDocument());
  other = await serveOtherSite();
  site = await serveChanged(async (path, original) => {
    if (path === "/never") return null;
    if (path === `/${exit}`) return spoilt.exit;
    if (path === `/${story}`) return spoilt.story;
    if (path !== `/${slug}/` && path !== "/404.html") return undefined;
    const body = (await original()).replaceAll(published, other.url);
    if (!spoilt.half || path === "/404.html") return { body };
    return { body: body.slice(0, body.length / 2), unfinished: true };
  });
});
afterAll(async () => {
  await other.close();
  await site.close();
});
beforeEach(() => {
  other.answers = "a page";
  other.asked.length = 0;
  spoilt = {};
  site.cutWaiting();
});

const pressShift = (tab: Tab, times = 3) => tab.press(...Array<string>(times).fill("Shift"));

/** The ways to leave, each with what it does. */
const ways: Readonly<Record<string, (tab: Tab) => Promise<void>>> = {
  "a click": (tab) => click(tab, "a.exit"),
  "Shift three times": pressShift,
};

/** What is to be seen becomes nothing, also while the other site has not answered. */
async function expectBlank(tab: Tab): Promise<void> {
  await expect.poll(async () => countColors(await tab.screenshot()), { timeout: 3000 }).toBe(1);
}

const engine = useEngine();

describe("the way out", () => {
  /** Opens the story after another page, as soon as its words are there: all else may still come, or never. */
  async function openWords(size: TabOptions = phone): Promise<Tab> {
    const tab = await engine.open(`${site.url}404.html`, size);
    await follow(tab, `${site.url}${slug}/`);
    await untilThere(tab, "main:has([data-scene]) ~ footer");
    return tab;
  }

  async function openStory(size: TabOptions = phone): Promise<Tab> {
    const tab = await engine.open(`${site.url}${slug}/`, size);
    await untilThere(tab, ".guarded .live");
    return tab;
  }

  describe.each([phone, desk])("at $width × $height", (size) => {
    it.each(Object.keys(ways))("takes the place of the story in the history: %s", async (way) => {
      const tab = await openWords(size);
      await untilThere(tab, ".guarded .live");
      for (const place of ["#r-charged", "#corrections"]) {
        await click(tab, `:is(.receipts, footer) a[href='${place}']`);
        await until(tab, place, (place) => location.hash === place, place);
      }
      await ways[way](tab);
      await untilAt(tab, other.url);
      expect(other.asked).toHaveLength(1);
      expect(other.asked[0].referer).toBeUndefined();
      await tab.evaluate(() => history.forward());
      await pause(500);
      expect(await tab.evaluate(() => location.href)).toBe(other.url);
      await goBack(tab);
      await untilAt(tab, `${site.url}404.html`);
    });

    it.each(Object.keys(ways))("blanks the page before the other site answers: %s", async (way) => {
      other.answers = "never";
      const tab = await openStory(size);
      await tab.evaluate(() => window.scrollTo({ top: 4000, behavior: "instant" }));
      expect(countColors(await tab.screenshot())).toBeGreaterThan(20);
      await ways[way](tab);
      await expect.poll(() => other.asked).toHaveLength(1);
      await expectBlank(tab);
    });

    /** What opens receipts and notes, each kind of words once, where it is to be seen. */
    async function markOpeners(tab: Tab): Promise<string[]> {
      return tab.evaluate(() => {
        const found = document.querySelectorAll("main :is(a.n[href], button[popovertarget])");
        const seen = [...found].filter((opener) => opener.getClientRects().length > 0);
        const different = new Map(seen.map((opener) => [opener.textContent, opener]));
        return Array.from(different.values(), (opener, i) => {
          opener.classList.add(`opener-${i}`);
          return `${opener.localName}.opener-${i}`;
        });
      });
    }

    /** Leaves with what each opens, one after the other: the page gets back what it had, for the next. */
    async function leaveWithOpen(tab: Tab, openers: readonly string[]): Promise<void> {
      const exit = await pointOf(tab, "a.exit");
      await tab.evaluate(() => void Object.assign(globalThis, { body: document.body }));
      for (const [i, opener] of openers.entries()) {
        await click(tab, opener);
        await untilThere(tab, ".receipt, :popover-open");
        await tab.clickAt(exit);
        await expect.poll(() => other.asked.length, { timeout: 5000, interval: 5 }).toBe(i + 1);
        const shown = await tab.evaluate(async () => {
          const { body } = globalThis as unknown as { readonly body: HTMLElement };
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const shown = body.getClientRects().length;
          document.documentElement.append(body);
          return shown;
        });
        expect(shown, opener).toBe(0);
      }
    }

    it.each(editions)("leads out with a receipt and with a note open, in the edition %s", async (edition) => {
      other.answers = "no content";
      const tab = await openStory(size);
      await click(tab, `label:has([value=${edition}])`);
      const openers = await markOpeners(tab);
      const [receipt, note] = ["a", "button"].map((name) =>
        openers.find((opener) => opener.startsWith(name))!,
      );
      await leaveWithOpen(tab, [receipt]);
      await click(tab, note);
      await untilThere(tab, ":popover-open");
      await click(tab, "a.exit");
      await expectBlank(tab);
    });

    // It takes long, and where notes stand at their words the more can go wrong.
    if (size === desk || engine.name === "chromium")
      it("leads out with each receipt and each note open", async () => {
        other.answers = "no content";
        const tab = await openStory(size);
        await click(tab, `label:has([value=${size === phone ? "scroll" : "all"}])`);
        const openers = await markOpeners(tab);
        expect(openers.length).toBeGreaterThan(25);
        await leaveWithOpen(tab, openers);
      });

    it("leads out of the middle of the steps", async () => {
      const tab = await openStory(size);
      await click(tab, "label:has([value=steps])");
      for (let step = 2; step < 5; step++) await click(tab, ".turn span + a");
      await click(tab, "a.exit");
      await untilAt(tab, other.url);
    });

    it("leads out while the page is busy", async () => {
      const tab = await openStory(size);
      await tab.evaluate(() => {
        let top = 0;
        setInterval(() => {
          for (const end = performance.now() + 200; performance.now() < end;);
          window.scrollTo({ top: (top += 400), behavior: "instant" });
        });
      });
      await pressShift(tab);
      await untilAt(tab, other.url);
    });

    const faults: Readonly<Record<string, Answer>> = {
      "is missing": { status: 404 },
      "never comes": null,
      "is cut short": { body: "const views = [" },
      "throws at once": { body: "throw new Error('broken')" },
      "throws whenever something happens": {
        body: `for (const kind of ["click", "pointerdown", "keydown", "keyup", "hashchange", "blur", "focusout", "pagehide"])
          addEventListener(kind, (event) => { event.stopImmediatePropagation(); throw new Error("broken"); }, true);`,
      },
    };
    it.each(Object.keys(faults))("leads out where the story's script %s", async (fault) => {
      spoilt.story = faults[fault];
      const tab = await openWords(size);
      await untilThere(tab, ".guarded");
      await (size === phone ? click(tab, "a.exit") : pressShift(tab));
      await untilAt(tab, other.url);
    });
  });

  it("blanks the page though yet another is on its way", async () => {
    other.answers = "never";
    const tab = await openStory();
    await follow(tab, `${site.url}never`);
    await pause(300);
    await pressShift(tab);
    await expect.poll(() => other.asked).toHaveLength(1);
    await expectBlank(tab);
  });

  it("asks once, however often Shift is pressed", async () => {
    other.answers = "never";
    const tab = await openStory();
    await pressShift(tab, 5);
    await expect.poll(() => other.asked).toHaveLength(1);
    await pause(700);
    expect(other.asked).toHaveLength(1);
  });

  it("blanks the title too, and leaves again where the browser brings the page back", async () => {
    other.answers = "no content";
    const tab = await openStory();
    await click(tab, "a.exit");
    await expect.poll(() => other.asked).toHaveLength(1);
    await tab.evaluate(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expect.poll(() => other.asked).toHaveLength(2);
    expect(await tab.evaluate(() => document.title)).toBe(blank);
    await expectBlank(tab);
  });

  it("leads out where blanking fails", async () => {
    const tab = await openStory();
    await tab.evaluate(() => {
      const fail = () => {
        throw new Error("broken");
      };
      for (const name of ["remove", "replaceChildren", "append"] as const) Element.prototype[name] = fail;
      for (const name of ["title", "body"]) Object.defineProperty(document, name, { get: fail, set: fail });
    });
    await click(tab, "a.exit");
    await untilAt(tab, other.url);
  });

  it("leads out where the page is painted no more", async () => {
    const tab = await openStory();
    await tab.evaluate(() => void Object.assign(globalThis, { requestAnimationFrame: () => 0 }));
    const began = Date.now();
    await pressShift(tab);
    await untilAt(tab, other.url);
    expect(Date.now() - began).toBeLessThan(4000);
  });

  it.each(Object.keys(ways))("leads out while the rest of the page is still to come: %s", async (way) => {
    spoilt.half = true;
    const tab = await engine.open(`${site.url}404.html`, phone);
    await follow(tab, `${site.url}${slug}/`);
    await untilThere(tab, ".guarded [data-scene]");
    expect(await tab.evaluate(() => document.readyState)).toBe("loading");
    await ways[way](tab);
    await untilAt(tab, other.url);
    await goBack(tab);
    await untilAt(tab, `${site.url}404.html`);
  });

  it("leaves again where the page is loaded again while the other site has not answered", async () => {
    other.answers = "no content";
    const tab = await openStory();
    await click(tab, "a.exit");
    await expect.poll(() => other.asked).toHaveLength(1);
    other.answers = "a page";
    await tab.evaluate(() => void setTimeout(() => location.reload(), 50));
    await untilAt(tab, other.url);
    expect(other.asked).toHaveLength(2);
  });

  it.each(Object.keys(ways))("leads out of the archive copy on a disk: %s", async (way) => {
    const folder = await mkdtemp(join(tmpdir(), "archive-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const copy = join(folder, "story.html");
    await writeFile(copy, (await readBuilt(`${slug}/story.html`)).replaceAll(published, other.url));
    const tab = await engine.open(pathToFileURL(copy).href, phone);
    await untilThere(tab, ".guarded .live");
    await ways[way](tab);
    await untilAt(tab, other.url);
  });

  it("is a link where its own script is missing, and says nothing of where the reader comes from", async () => {
    spoilt.exit = { status: 404 };
    const tab = await openWords();
    await click(tab, "a.exit");
    await untilAt(tab, other.url);
    expect(other.asked.map(({ referer }) => referer)).toEqual([undefined]);
  });

  it("says after each press of Shift how many are missing", async () => {
    const tab = await openStory();
    const said = () => tab.evaluate(() => document.querySelector(".exit + [aria-live]")!.textContent);
    await pressShift(tab, 1);
    expect(await said()).toBe("Shift: 2 more presses to leave this page.");
    await pressShift(tab, 1);
    expect(await said()).toBe("Shift: 1 more press to leave this page.");
    await pressShift(tab, 1);
    await untilAt(tab, other.url);
  });

  it("counts anew after another key, after five seconds, and where Shift goes with another key", async () => {
    const tab = await openStory();
    const presses = () =>
      tab.evaluate(() => document.querySelector<HTMLElement>(".exit")!.dataset["presses"]);
    await pressShift(tab, 2);
    await click(tab, "h1");
    expect(await presses()).toBe("●●");
    await tab.press("a");
    await pressShift(tab, 2);
    await expect.poll(presses, { timeout: 7000 }).toBe("");
    await pressShift(tab, 1);
    await tab.press("Shift+Tab", "Shift+Tab", "Shift+Tab");
    await pressShift(tab, 2);
    // Each press begins the five seconds anew.
    await pause(3000);
    expect(await presses()).toBe("●●");
    expect(other.asked).toEqual([]);
  });

  it("leaves Shift alone where something is written", async () => {
    const tab = await openStory();
    await tab.evaluate(() => {
      const field = document.createElement("input");
      document.querySelector("main")!.prepend(field);
      field.focus();
    });
    await pressShift(tab, 4);
    await pause(600);
    expect(other.asked).toEqual([]);
  });

  it.each(["[name=edition]", ".panel select", "canvas", "summary"])(
    "leads out by Shift where something has the focus that nothing is written in: %s",
    async (place) => {
      const tab = await openStory();
      await untilThere(tab, place);
      const isFocused = await tab.evaluate((place) => {
        document.querySelector<HTMLElement>(place)!.focus();
        return document.activeElement?.matches(place);
      }, place);
      expect(isFocused).toBe(true);
      await pressShift(tab);
      await untilAt(tab, other.url);
    },
  );
});
