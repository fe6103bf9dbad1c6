import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { builtDocument, builtSheets, slug } from "./built-page.ts";
import { click, follow, goBack, pause, until, untilAt, untilThere } from "./engines/acts.ts";
import type { Size, Tab } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { editions, settle, stagePicture } from "./reading.ts";
import { serveSite } from "./serve.ts";

const upright: Size = { width: 390, height: 844 };
const onItsSide: Size = { width: 844, height: 390 };
const desk: Size = { width: 1280, height: 800 };

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

/** Scrolls so that an element's top is at a share of the window's height, and waits for what follows from it. */
async function bringTo(tab: Tab, selector: string, share: number): Promise<void> {
  await tab.evaluate(
    ({ selector, share }) =>
      scrollBy(0, document.querySelector(selector)!.getBoundingClientRect().top - share * innerHeight),
    { selector, share },
  );
  await pause(500);
}

/** The stage's picture, to compare, once it stands still. */
async function picture(tab: Tab): Promise<string> {
  await settle(tab);
  return (await stagePicture(tab)).toString("base64");
}

describe("the built page", () => {
  it("makes no telephone links of its numbers on iPhones, and may be zoomed", async () => {
    const document = await builtDocument();
    const meta = (name: string) => document.querySelector(`meta[name="${name}"]`)!.getAttribute("content");
    expect(meta("format-detection")).toBe("telephone=no");
    expect(meta("viewport")).toBe("width=device-width");
    expect(document.querySelector(".help a[href^='tel:']")).not.toBeNull();
  });

  it("keeps its text size on an iPhone that is turned, and measures by the window that bars leave", async () => {
    const styles = (await builtSheets()).page.join("");
    expect(styles).toContain("-webkit-text-size-adjust:100%");
    expect(styles).not.toMatch(/\d[dl]?vh/);
  });
});

describe("a phone", () => {
  async function open(size: Size): Promise<Tab> {
    const tab = await engine.open(`${server.url}${slug}/`, size);
    await untilThere(tab, ".live canvas[tabindex]");
    await pause(500);
    return tab;
  }

  it.each(
    engine.windowsOf([
      { ...upright, share: 0.72, to: onItsSide },
      { ...onItsSide, share: 0.3, to: upright },
      { ...desk, share: 0.3, to: upright },
    ]),
  )(
    "keeps the step and the words in sight when it is turned, and turned back: $width × $height",
    async ({ share, to, ...from }) => {
      const tab = await open(from);
      for (const scene of ["outcomes", "ages", "undescribed"]) {
        const words = `[id="${scene}"] .card p`;
        await bringTo(tab, words, share);
        for (const size of [from, to, from]) {
          await tab.resize(size);
          await pause(500);
          const seen = await tab.evaluate((words) => {
            const { left, top, height } = document.querySelector(words)!.getBoundingClientRect();
            const found = document.elementFromPoint(left + 20, top + Math.min(height, 20) / 2);
            return {
              step: document.querySelector(".steps [aria-current=true]")?.getAttribute("href"),
              words: found?.closest(".card")?.parentElement?.id,
            };
          }, words);
          expect(seen, `${size.width} × ${size.height}`).toEqual({ step: `#${scene}`, words: scene });
        }
      }
      const top = await tab.evaluate(() => scrollY);
      await bringTo(tab, ".bounds .note", 0.5);
      for (const size of [to, from]) {
        await tab.resize(size);
        await pause(500);
        const note = await tab.evaluate(
          () => document.querySelector(".bounds .note")!.getBoundingClientRect().top / innerHeight,
        );
        expect(note).toBeGreaterThan(0.1);
        expect(note).toBeLessThan(0.9);
      }
      expect(await tab.evaluate(() => scrollY)).not.toBe(top);
    },
  );

  it("keeps the last words of a step in sight, where no others are", async () => {
    const tab = await open(upright);
    const last = `[id="ages"] .card p:nth-last-of-type(2)`;
    const isInSight = () =>
      tab.evaluate((last) => {
        const { top, bottom } = document.querySelector(last)!.getBoundingClientRect();
        return { top, bottom, inSight: top < innerHeight && bottom > 0 };
      }, last);
    // Just below what stays in place, or a little lower.
    for (const share of [0.05, 0.2]) {
      await tab.evaluate(
        ({ last, share }) => {
          const block = document.querySelector(last)!;
          const room = [getComputedStyle(document.documentElement).scrollPaddingTop]
            .concat(getComputedStyle(block).scrollMarginTop)
            .reduce((sum, length) => sum + parseFloat(length), 0);
          scrollBy(0, block.getBoundingClientRect().bottom - room - share * (innerHeight - room));
        },
        { last, share },
      );
      await pause(500);
      for (const size of [onItsSide, upright]) {
        expect(await isInSight(), `${share}`).toMatchObject({ inSight: true });
        await tab.resize(size);
        await pause(500);
      }
      expect(await isInSight(), `${share}, turned back`).toMatchObject({ inSight: true });
    }
  });

  it("leaves the stage as it is while its bars come and go", async () => {
    const tab = await open(upright);
    await bringTo(tab, "#outcomes .card", 1);
    const before = await picture(tab);
    for (const height of [934, 890, 844]) {
      await tab.evaluate((height) => {
        Object.defineProperty(window, "innerHeight", { value: height, configurable: true });
        dispatchEvent(new Event("resize"));
        dispatchEvent(new Event("scroll"));
      }, height);
      expect(await picture(tab)).toBe(before);
    }
    await bringTo(tab, "#outcomes .card", 0.9);
    expect(await picture(tab)).not.toBe(before);
  });

  it("has a stage that moves when the browser brings the page back", async () => {
    const tab = await open(upright);
    const first = await picture(tab);
    await tab.evaluate(() =>
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted })),
    );
    const here = await tab.evaluate(() => location.href);
    await follow(tab, `${server.url}404.html`);
    await pause(500);
    await untilAt(tab, `${server.url}404.html`);
    await goBack(tab);
    await pause(500);
    await untilAt(tab, here);
    await until(tab, "the page that was kept", () => "persisted" in window && window.persisted, null);
    expect(await picture(tab)).toBe(first);
    await bringTo(tab, "#outcomes .card", 0.7);
    const later = await picture(tab);
    expect(later).not.toBe(first);
    await click(tab, "label:has([value=steps])");
    await click(tab, ".turn span + a");
    expect(await picture(tab)).not.toBe(later);
  });

  it("takes as long from step to step at 30 frames a second", async () => {
    const tab = await open(upright);
    await click(tab, "label:has([value=steps])");
    await click(tab, ".turn span + a");
    await pause(1500);
    const took = await tab.evaluate(async () => {
      const frames: number[] = [];
      let last = performance.now();
      let began = NaN;
      window.requestAnimationFrame = (run) => {
        const id = window.setTimeout(() => {
          last = performance.now();
          began ||= last;
          frames.push(last);
          run(last);
        }, 1000 / 30);
        return id;
      };
      document.querySelector<HTMLElement>(".now .turn span + a")!.click();
      while (!(performance.now() - last > 300)) await new Promise((resolve) => setTimeout(resolve, 50));
      return { time: last - began, frames: frames.length };
    });
    expect(took.frames).toBeGreaterThan(3);
    expect(took.time).toBeGreaterThan(880);
    expect(took.time).toBeLessThan(1300);
  });

  it.each([upright, desk])("shows all that it says in letters of twice the size: $width", async (size) => {
    const tab = await open(size);
    await tab.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      // What gives way in them goes by the letters that the browser is set to, which can't be set from here.
      for (const table of document.querySelectorAll("details table")) table.remove();
      for (const step of document.querySelectorAll(".steps span"))
        step.append(" in words, and in many of them".repeat(2));
    });
    for (const edition of editions) {
      await click(tab, `label:has([value=${edition}])`);
      await pause(300);
      const faults = await tab.evaluate(() => {
        const shown = [...document.querySelectorAll("main *, .footer *")].filter((element) =>
          element.checkVisibility(),
        );
        const words = shown
          .filter(({ textContent }) => textContent.trim())
          .filter((element) => !element.closest(".unseen, .steps, svg"));
        const told = (elements: Element[]) => elements.map(({ outerHTML }) => outerHTML.slice(0, 80));
        const outside = words.filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -1 || right > innerWidth + 1;
        });
        const cut = words.filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            getComputedStyle(element).overflowX !== "visible",
        );
        const [bar, name, exit] = [".bar", ".bar > a", ".exit"].map((selector) =>
          document.querySelector(selector)!.getBoundingClientRect(),
        );
        return {
          // A long one ends in an ellipsis.
          isNameInBar: name.top >= bar.top && name.bottom <= bar.bottom,
          outside: told(outside),
          cut: told(cut),
          overflow: document.documentElement.scrollWidth - innerWidth,
          exit: [exit.top, exit.right],
        };
      });
      expect(faults, edition).toEqual({
        isNameInBar: true,
        outside: [],
        cut: [],
        overflow: 0,
        exit: [0, size.width],
      });
    }
  });
});
