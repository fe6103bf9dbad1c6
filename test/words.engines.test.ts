import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { untilThere } from "./engines/acts.ts";
import type { Size, Tab } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { serveSite } from "./serve.ts";

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

describe("words that can be touched", () => {
  async function open(size: Size): Promise<Tab> {
    const tab = await engine.open(`${server.url}${slug}/`, size);
    await untilThere(tab, ".live canvas[tabindex]");
    return tab;
  }

  it("are on one line with the comma or stop behind them, however wide the text is", async () => {
    const tab = await open({ width: 1280, height: 800 });
    const { parted, seen } = await tab.evaluate(() => {
      const parted: string[] = [];
      let seen = 0;
      for (let width = 280; width < 700; width += 7) {
        document.querySelector("main")!.style.width = `${width}px`;
        for (const button of document.querySelectorAll(".term > button, .cite > button")) {
          const mark = button.nextSibling;
          if (!(mark instanceof Text)) continue;
          const range = document.createRange();
          range.selectNode(mark);
          const [box] = range.getClientRects();
          if (!box) continue;
          seen++;
          if (box.top > button.getBoundingClientRect().bottom - 4)
            parted.push(`${button.textContent}${mark.data} in ${width}`);
        }
      }
      return { parted, seen };
    });
    expect(seen).toBeGreaterThan(100);
    expect(parted).toEqual([]);
  });

  it.each([320, 390, 1280])(
    "are not covered by the note that they open, high or low in a window %i wide",
    async (width) => {
      const tab = await open({ width, height: 700 });
      const faults = await tab.evaluate(async () => {
        const faults: string[] = [];
        const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
        for (const button of document.querySelectorAll<HTMLElement>(".term > button, .cite > button"))
          for (const block of ["start", "end"] as const) {
            button.scrollIntoView({ block });
            await pause(100);
            button.click();
            await pause(150);
            const note = document.querySelector(":popover-open")!.getBoundingClientRect();
            const word = button.getBoundingClientRect();
            const over =
              note.left < word.right &&
              note.right > word.left &&
              note.top < word.bottom &&
              note.bottom > word.top;
            const { bottom } = document.querySelector(".bar")!.getBoundingClientRect();
            const inside =
              note.left >= 0 && note.right <= innerWidth && note.top >= bottom && note.bottom <= innerHeight;
            if (over || !inside) faults.push(`${button.textContent}, ${block}`);
            button.click();
          }
        return faults;
      });
      expect(faults).toEqual([]);
    },
  );

  it.each([
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])("and the stage are in sight when Tab reaches them: $width", async (size) => {
    const tab = await open(size);
    await tab.evaluate(() => {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>("[name=edition]:checked")!.focus({ preventScroll: true });
      document.querySelector(".editions")!.scrollIntoView({ block: "center" });
    });
    const isAtStage = () => tab.evaluate(() => document.activeElement!.tagName === "CANVAS");
    for (let stops = 0; stops < 5 && !(await isAtStage()); stops++) await tab.press("Tab");
    expect(await isAtStage()).toBe(true);
    const seen = await tab.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return Math.min(bottom, innerHeight) - Math.max(top, 0) >= bottom - top - 1;
    });
    expect(seen).toBe(true);
  });
});
