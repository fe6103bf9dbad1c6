import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { serveChanged } from "./changed-site.ts";
import { follow, until, untilThere } from "./engines/acts.ts";
import { useEngine } from "./engines/use-engine.ts";
import { boxOf } from "./reading.ts";
import { serveSite } from "./serve.ts";

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

describe("the story", () => {
  it("is read before its typeface has come, in its own colours and measures", async () => {
    const slow = await serveChanged((path) => Promise.resolve(path.endsWith(".woff2") ? null : undefined));
    onTestFinished(() => slow.close());
    const tab = await engine.open(`${server.url}404.html`, { width: 390, height: 844 });
    await follow(tab, `${slow.url}${slug}/`);
    await untilThere(tab, "main:has([data-scene]) ~ footer");
    await until(
      tab,
      "the first paint",
      () => performance.getEntriesByName("first-contentful-paint").length > 0,
      null,
    );
    expect((await boxOf(tab, ".bar")).height).toBe(44);
    slow.cutWaiting();
  });

  it("has fonts of the reader's to stand in for its typeface, as wide as that", async () => {
    const tab = await engine.open(`${server.url}${slug}/`);
    const widths = await tab.evaluate(async () => {
      const line = document.createElement("span");
      line.append(Array.from(document.querySelectorAll(".prose > p"), (p) => p.textContent).join(" "));
      line.style.whiteSpace = "nowrap";
      document.body.append(line);
      // At a size at which it makes no difference that WebKit sets letters to whole pixels.
      const widthIn = async (font: string) => {
        line.style.font = font;
        line.getBoundingClientRect();
        await document.fonts.ready;
        return line.getBoundingClientRect().width;
      };
      return {
        fallback: await widthIn("100px Newsreader fallback, monospace"),
        none: await widthIn("100px monospace"),
        text: await widthIn("100px Newsreader"),
        display: await widthIn("500 100px Newsreader"),
      };
    });
    expect(widths.fallback).not.toBe(widths.none);
    expect(widths.text / widths.fallback).toBeCloseTo(1, 1);
    expect(widths.display / widths.fallback).toBeCloseTo(1, 1);
  });
});
