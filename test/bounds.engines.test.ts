import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { readFiles } from "../src/load/files.ts";
import { loadSite } from "../src/load/site.ts";
import { limitsOf, assignRemainder, type Whole } from "../src/outcomes/bounds.ts";
import { formatShare } from "../src/outcomes/shares.ts";
import { partsOf } from "../src/outcomes/tree.ts";
import { slug } from "./built-page.ts";
import { focus, untilThere } from "./engines/acts.ts";
import type { Scope, Tab, TabOptions } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { countOf, isSeen, putOnPaper } from "./reading.ts";
import { serveSite } from "./serve.ts";

const { stories } = loadSite(await readFiles(process.cwd()));
const { tree } = stories.find((story) => story.slug === slug)!;
const outcomes = { of: "reports", rest: "undescribed", open: ["no_outcome"] };
const parts = partsOf(tree, outcomes.of);
const restAt = parts.findIndex(({ id }) => id === outcomes.rest);
const wholes: readonly Whole[] = ["all", "described", "final"];

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

/** Opens the story at its bounds, ready to be worked. */
async function openBounds(options: TabOptions = {}): Promise<Tab> {
  const tab = await engine.open(`${server.url}${slug}/`, { reducedMotion: true, ...options });
  await tab.evaluate(() => document.querySelector(".bounds")!.scrollIntoView());
  await untilThere(tab, ".panel svg[viewBox]");
  return tab;
}

/** Chooses the whole and what the rest is counted as, by their places in the lists. */
async function pour(scope: Scope, ...choices: readonly [whole: number, into: number]): Promise<void> {
  await scope.evaluate((choices) => {
    for (const [at, select] of document.querySelectorAll<HTMLSelectElement>(".panel select").entries()) {
      select.selectedIndex = choices[at];
      for (const kind of ["input", "change"]) select.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }, choices);
}

/** What the panel shows: each part's share, its own dots and whether the rest's lie with it, the wholes, and what it says. */
function readPanel(scope: Scope) {
  return scope.evaluate(() => {
    const panel = document.querySelector(".panel")!;
    const dotsOf = (picture: Element) =>
      (picture.firstElementChild!.getAttribute("d")!.match(/M/g) ?? []).length;
    const poured = panel.querySelector(":scope > svg")!;
    const top = poured.getBoundingClientRect().top;
    const rows = [...panel.querySelectorAll("p")].map((row) => {
      const picture = row.querySelector("svg")!;
      return {
        share: row.querySelector("b")!.textContent,
        dots: dotsOf(picture),
        holdsRest: Math.abs(picture.getBoundingClientRect().top - top) < 1,
        isDim: picture.style.opacity !== "",
      };
    });
    const names = [...panel.querySelector("select")!.options].map(({ text }) => text);
    return { rows, rest: dotsOf(poured), names, words: panel.querySelector("output")!.textContent };
  });
}

describe("the bounds, with script", () => {
  it("show for every choice the shares that the build would write, and every report as one dot", async () => {
    const tab = await openBounds();
    for (const [at, whole] of wholes.entries()) {
      for (const [into, { id }] of parts.entries()) {
        await pour(tab, at, into);
        const { rows, rest, names } = await readPanel(tab);
        const totals = wholes.map((each) => {
          const { total } = assignRemainder(tree, outcomes, each, id === outcomes.rest ? null : id);
          return total.toLocaleString("en-GB");
        });
        expect(names).toEqual([`all ${totals[0]}`, `the ${totals[1]} described`, `the ${totals[2]} final`]);
        const poured = assignRemainder(tree, outcomes, whole, id === outcomes.rest ? null : id).parts;
        const shares = poured.map(({ share }) => (share ? formatShare(share, 1, "en-GB") : "–"));
        expect({ whole, id, shares: rows.map(({ share }) => share) }).toEqual({ whole, id, shares });
        expect(rows.map(({ isDim }) => isDim)).toEqual(poured.map(({ share }) => share === null));
        expect(rows.map(({ holdsRest }) => holdsRest)).toEqual(parts.map((_, row) => row === into));
        expect(rest + rows.reduce((sum, { dots }) => sum + dots, 0)).toBe(1841);
        expect(rows.map(({ dots }) => dots)).toEqual(parts.map(({ count }, i) => (i === restAt ? 0 : count)));
      }
    }
    expect(await tab.faults()).toEqual([]);
  });

  it("name limits as limits", async () => {
    const tab = await openBounds();
    for (const [at, whole] of wholes.entries()) {
      for (const [into, { id, label }] of parts.entries()) {
        await pour(tab, at, into);
        const limits = id === outcomes.rest ? null : limitsOf(tree, outcomes, whole, id);
        const { words } = await readPanel(tab);
        if (limits === null) expect(words).toMatch(/^The 363 (stand apart|are left out)\.$/);
        else {
          const [least, most] = [limits.least, limits.most].map((share) => formatShare(share, 1, "en-GB"));
          const total = limits.total.toLocaleString("en-GB");
          expect(words).toBe(
            `Limits, not estimates, of “${label}”: ${least}–${most} of ${total}, with none or all of the 363.`,
          );
        }
      }
    }
  });

  it("are worked by keys alone", async () => {
    const tab = await openBounds();
    await focus(tab, ".panel select");
    await tab.press("ArrowDown");
    expect((await readPanel(tab)).rows[0].share).toBe("19.6%");
    await tab.press("Tab");
    await tab.press("Home");
    expect((await readPanel(tab)).words).toContain("15.8%–35.5% of 1,841");
  });

  it("let no dots of a bar lie on its neighbours or off the page", async () => {
    const tab = await openBounds();
    for (const width of [320, 390, 768, 1280]) {
      await tab.resize({ width, height: 800 });
      for (const into of parts.keys()) {
        await pour(tab, 0, into);
        const faults = () =>
          tab.evaluate((into) => {
            const panel = document.querySelector(".panel")!;
            // Where dots begin and end: browsers differ in how much of a line's width they count in its box.
            const edgesOf = (dots: SVGPathElement) => {
              const { x, width } = dots.getBBox();
              const { a: scale, e: left } = dots.getScreenCTM()!;
              const half = parseFloat(getComputedStyle(dots).strokeWidth) / 2;
              return { left: left + scale * (x - half), right: left + scale * (x + width + half) };
            };
            const poured = edgesOf(panel.querySelector<SVGPathElement>(":scope > svg > path")!);
            const own = panel.querySelectorAll<SVGPathElement>("p path")[into];
            const isOnOwn = own.getAttribute("d") !== "" && poured.left < edgesOf(own).right;
            const isOff = poured.right > panel.getBoundingClientRect().right;
            return [...(isOnOwn ? ["on its neighbours"] : []), ...(isOff ? ["off the page"] : [])];
          }, into);
        // A window that has just become another size is laid out a frame later.
        await expect.poll(faults).toEqual([]);
      }
      const rights = await tab.evaluate(() =>
        Array.from(
          document.querySelectorAll(".bounds, .bounds table, .panel select"),
          (element) => element.getBoundingClientRect().right,
        ),
      );
      for (const right of rights) expect(right).toBeLessThanOrEqual(width - 12);
    }
  });
});

describe("the bounds, without script and on paper", () => {
  it("have whole numbers under their heads, none close to the next", async () => {
    const tab = await engine.open(`${server.url}${slug}/`, { javaScript: false });
    for (const width of [320, 390, 768, 1280, 1920]) {
      await tab.resize({ width, height: 800 });
      const [heads, ...rows] = await tab.evaluate(() =>
        Array.from(document.querySelectorAll(".bounds tr"), (row) =>
          [...row.children].slice(1).map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            const { left, right } = words.getBoundingClientRect();
            return { left, right, lines: words.getClientRects().length };
          }),
        ),
      );
      for (const row of rows) {
        expect(row.map(({ lines }) => lines)).toEqual(heads.map(() => 1));
        row.forEach(({ right }, at) => expect(right).toBeCloseTo(heads[at].right, 0));
        row.slice(1).forEach(({ left }, at) => expect(left - row[at].right).toBeGreaterThanOrEqual(8));
      }
    }
  });

  it("are the table of them all", async () => {
    const tab = await engine.open(`${server.url}${slug}/`, { javaScript: false });
    const row = await tab.evaluate(() => document.querySelector<HTMLElement>(".bounds tbody tr")!.innerText);
    expect(row).toMatch(/Charged\s+15\.8%\s+19\.6%\s+32\.4%\s+15\.8%–35\.5%/);
    expect(await countOf(tab, ".panel")).toBe(0);
  });

  it("have no controls in print, as nothing on the page has", async () => {
    const tab = await openBounds();
    await putOnPaper(tab);
    expect(await isSeen(tab, ".panel, input, select")).toBe(false);
    expect(await isSeen(tab, ".bounds table")).toBe(true);
  });
});
