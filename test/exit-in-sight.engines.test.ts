import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { untilThere } from "./engines/acts.ts";
import { useEngine } from "./engines/use-engine.ts";
import { choose, editions, isSeen, putOnPaper, scrollTo } from "./reading.ts";
import { serveSite } from "./serve.ts";

const engine = useEngine();
let server: RunningServer;
let address: string;
beforeAll(async () => {
  server = await serveSite();
  address = `${server.url}${slug}/`;
});
afterAll(() => server.close());

/** What may lie over the window's right edge while it scrolls: CSS pixels. */
const scrollbar = 16;

describe("the way out", () => {
  it("stays on top of receipts and notes, wherever in the window what opens them is, and these are in the window", async () => {
    const tab = await engine.open(address);
    await untilThere(tab, "body > [aria-live]");
    for (const [width, height] of [
      [1280, 800],
      [844, 390],
      [320, 568],
      [256, 200],
    ]) {
      await tab.resize({ width, height });
      const covered = await tab.evaluate(async (scrollbar) => {
        const exit = document.querySelector("a.exit")!;
        const openers = document.querySelectorAll<HTMLElement>("main :is(a.n[href], button[popovertarget])");
        const found: string[] = [];
        for (const opener of new Map(
          Array.from(openers, (opener) => [opener.textContent, opener]),
        ).values()) {
          for (const share of [0, 0.5, 1]) {
            const { bottom, left, right, top } = exit.getBoundingClientRect();
            const box = opener.getBoundingClientRect();
            const wanted = bottom + share * (innerHeight - bottom - box.height);
            scrollBy({ top: box.top - wanted, behavior: "instant" });
            // All before the next frame: there the scroll is heard, which closes receipts.
            opener.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
            // A note is put right as soon as it is open.
            if (opener.matches("button")) await new Promise((resolve) => setTimeout(resolve, 20));
            const opened = document.querySelector(".receipt, :popover-open")!.getBoundingClientRect();
            const points = [left + 4, (left + right) / 2, right - scrollbar].flatMap((x) =>
              [top + 4, (top + bottom) / 2, bottom - 4].map((y) => [x, y] as const),
            );
            const isOnTop = points.every(([x, y]) => document.elementFromPoint(x, y) === exit);
            const isInside = opened.left >= 0 && opened.right <= innerWidth && opened.bottom <= innerHeight;
            if (!isOnTop || !isInside) found.push(`${share}: ${opener.textContent}`);
            if (opener.matches("button")) opener.click();
          }
        }
        return found;
      }, scrollbar);
      expect({ width, height, covered }).toEqual({ width, height, covered: [] });
    }
  });

  it("is not on paper", async () => {
    const tab = await engine.open(address);
    await putOnPaper(tab);
    expect(await isSeen(tab, "a.exit")).toBe(false);
  });
});

/** 1280 × 800 and 1024 × 800 at 400 % among them. */
const windows = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 200 },
  { width: 256, height: 200 },
];
const fewer = engine.name === "chromium" ? windows : engine.windowsOf([windows[0], windows[2]]);

describe.each(fewer)("the way out at $width × $height", (size) => {
  it.each([true, false])("is on top at every place of the page (script: %s)", async (javaScript) => {
    const tab = await engine.open(address, { ...size, javaScript });
    const bottom = await tab.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top <= bottom; top += bottom / 24) {
      await scrollTo(tab, top);
      const over = await tab.evaluate((scrollbar) => {
        const link = document.querySelector("a.exit")!;
        const { left, right, top, bottom } = link.getBoundingClientRect();
        const corners = [left + 4, right - scrollbar].flatMap((x) =>
          [top + 4, bottom - 4].map((y) => document.elementFromPoint(x, y)),
        );
        return corners.filter((found) => found !== link).map((found) => found?.outerHTML.slice(0, 100));
      }, scrollbar);
      expect({ top, over }).toEqual({ top, over: [] });
    }
  });
});

describe.each(fewer)("the way out at $width × $height", (size) => {
  it("covers no focus, in any edition, on the way through the page and back", async () => {
    const tab = await engine.open(address, size);
    const covered: string[] = [];
    for (const edition of editions) {
      await scrollTo(tab, 0);
      await choose(tab, edition);
      for (const key of edition === "scroll" ? ["Tab", "Shift+Tab"] : ["Tab"]) {
        await tab.evaluate(() => {
          (document.activeElement as HTMLElement).blur();
          getSelection()!.removeAllRanges();
          Object.assign(window, { visited: new WeakSet() });
        });
        let stops = 0;
        for (let isOnPage = true; isOnPage;) {
          await tab.press(key);
          const focus = await tab.evaluate(async () => {
            const focused = document.activeElement!;
            // Some browsers don't scroll to what is partly in sight.
            const look = () =>
              [...focused.getClientRects()].some(({ left, top, width, height }) =>
                [0.02, 0.5, 0.98].some((share) => {
                  const found = document.elementFromPoint(left + width / 2, top + height * share);
                  return found !== null && (focused.contains(found) || found.contains(focused));
                }),
              );
            // A receipt follows its number as soon as the scroll to it is heard.
            if (!look()) await new Promise((resolve) => setTimeout(resolve, 300));
            const isSeen = look();
            // While the browser's own bar has the focus, the page has none, whatever is active there.
            const hasFocus = focused.matches(":focus");
            // Where there is no such bar, the way begins anew.
            const { visited } = window as unknown as { readonly visited: WeakSet<Element> };
            const isOnPage = focused !== document.body && !visited.has(focused);
            visited.add(focused);
            return { isOnPage, isLost: hasFocus && isOnPage && !isSeen, is: focused.outerHTML.slice(0, 120) };
          });
          ({ isOnPage } = focus);
          stops += Number(isOnPage);
          if (focus.isLost) covered.push(`${edition}, ${key}: ${focus.is}`);
        }
        expect(stops).toBeGreaterThan(40);
      }
    }
    expect(covered).toEqual([]);
  });
});
