import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { useEngine } from "./engines/use-engine.ts";
import { serveSite } from "./serve.ts";

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

describe("the charts", () => {
  // The last two are on either side of where the wide drawing takes over.
  it.each([320, 390, 768, 1280, 511, 512])(
    "are readable in a window of %i: each drawn once, no label small, cut or on another",
    async (width) => {
      const tab = await engine.open(`${server.url}${slug}/`, { width, height: 800 });
      const charts = await tab.evaluate(() =>
        Array.from(document.querySelectorAll(".chart [role=img]"), (chart) => {
          const plots = Array.from(chart.querySelectorAll("svg")).filter(
            (plot) => getComputedStyle(plot).display !== "none",
          );
          const { left, right } = chart.getBoundingClientRect();
          const words = plots.flatMap((plot) => {
            const scale = plot.getBoundingClientRect().width / plot.viewBox.baseVal.width;
            return Array.from(plot.querySelectorAll("text"), (line) => {
              const { x, y, width, height } = line.getBoundingClientRect();
              const size = parseFloat(getComputedStyle(line).fontSize) * scale;
              return { text: line.textContent, size, left: x, right: x + width, top: y, bottom: y + height };
            });
          });
          return { drawn: plots.length, left, right, words };
        }),
      );
      expect(charts.map(({ drawn }) => drawn)).toEqual([1, 1, 1]);
      for (const { left, right, words } of charts) {
        expect(words.length).toBeGreaterThan(3);
        for (const word of words) {
          expect(word.size, word.text).toBeGreaterThanOrEqual(12);
          // Firefox gives whole pixels.
          expect(word.left, word.text).toBeGreaterThan(left - 2);
          expect(word.right, word.text).toBeLessThan(right + 2);
          // The box of a line is higher than its letters.
          const others = words.filter(
            (other) =>
              other !== word &&
              Math.min(other.right, word.right) > Math.max(other.left, word.left) &&
              Math.min(other.bottom, word.bottom) - Math.max(other.top, word.top) > word.size / 3,
          );
          expect(others, word.text).toEqual([]);
        }
      }
      await tab.close();
    },
  );
});
