import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type RunningServer, serveFolder } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { click, until, untilThere } from "./engines/acts.ts";
import { useEngine } from "./engines/use-engine.ts";
import type { Tab, TabOptions } from "./engines/types.ts";
import { editions } from "./reading.ts";
import { serveSite } from "./serve.ts";

const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

describe("the story", () => {
  async function openStory(options: TabOptions, path = ""): Promise<Tab> {
    const tab = await engine.open(`${server.url}${slug}/${path}`, options);
    await untilThere(tab, ".live");
    return tab;
  }

  describe.each(windows)("at $width × $height", (size) => {
    it("shows of every number and term that it can be touched", async () => {
      const tab = await openStory(size);
      const lines = await tab.evaluate(() => {
        const touched = document.querySelectorAll(
          "main :is(p, li, td) :is(a.n, .term > button, .cite > button)",
        );
        return Array.from(touched, (element) => {
          const { textDecorationLine, textDecorationStyle, textDecorationThickness } =
            getComputedStyle(element);
          return `${textDecorationLine} ${textDecorationStyle} ${textDecorationThickness}`;
        });
      });
      expect(lines.length).toBeGreaterThan(40);
      expect(new Set(lines)).toEqual(new Set(["underline dotted 1px", "underline dashed 1px"]));
    });

    it("leads into a number's receipt by Enter, and to its word by a click", async () => {
      const tab = await openStory(size, "#ages");
      const focused = () => tab.evaluate(() => document.activeElement?.className);
      await tab.evaluate(() => document.querySelector<HTMLElement>("#ages a.n")!.focus());
      await tab.press("Enter");
      expect(await focused()).toBe("receipt screen");
      await tab.press("Escape");
      expect(await focused()).toBe("n");
      await click(tab, "#ages a.n");
      await untilThere(tab, ".receipt");
      expect(await focused()).not.toBe("receipt screen");
    });

    it("goes on in every edition, in a window of any width, with a note open or not", async () => {
      const tab = await openStory(size);
      for (const edition of [...editions, ...editions.toReversed()]) {
        await click(tab, `label:has([value=${edition}])`);
        const shown = await tab.evaluate(
          () =>
            [...document.querySelectorAll("[data-scene]")].filter((scene) => scene.checkVisibility()).length,
        );
        expect(shown).toBe(edition === "steps" ? 1 : 8);
      }
      await click(tab, ".term > button");
      await untilThere(tab, ".term > :popover-open");
      await click(tab, "label:has([value=steps])");
      expect(await tab.evaluate(() => document.querySelectorAll(":popover-open").length)).toBe(0);
    });

    it("shows the embed step by step", async () => {
      const tab = await openStory(size, "embed/");
      for (let step = 2; step <= 8; step++) {
        await click(tab, ".turn span + a");
        await until(
          tab,
          `step ${step}`,
          (step) => document.querySelector(`.now .turn`)?.textContent.includes(`${step} of 8`),
          step,
        );
      }
    });
  });

  it("stands in a frame of another site's page, which goes on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "host-"));
    const script = /```js\n([^`]*)```/.exec(await readFile("docs/embedding.md", "utf8"))![1];
    await writeFile(join(folder, "host.js"), script);
    await writeFile(
      join(folder, "index.html"),
      `<!doctype html><title>Another paper</title><iframe src="${server.url}${slug}/embed/" width="100%" height="960">` +
        `</iframe><script src="host.js"></script>`,
    );
    const host = await serveFolder(folder);
    onTestFinished(async () => {
      await host.close();
      await rm(folder, { recursive: true });
    });
    for (const size of windows) {
      const tab = await engine.open(host.url, size);
      await until(
        tab,
        "the frame's own height",
        () => document.querySelector("iframe")!.clientHeight !== 960,
        null,
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await tab.evaluate(() => document.title)).toBe("Another paper");
      await tab.close();
    }
  });
});
