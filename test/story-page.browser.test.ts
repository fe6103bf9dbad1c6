import { parseHTML } from "linkedom";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { firstScript } from "../src/publish/policy.ts";
import { brotliSize, builtDocument, filesOf, readBuilt, scriptsOf, slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { serveSite } from "./serve.ts";

let document: Document;
beforeAll(async () => {
  document = await builtDocument();
});

const scenes = () => [...document.querySelectorAll<HTMLElement>("[data-scene]")];

describe("the story's page as it is built", () => {
  it("says every figure of the story", () => {
    const text = document.querySelector("main")!.textContent;
    for (const figure of "1,841 290 124 166 38 54 15 39 240 583 273 1,478 363".split(" ")) {
      expect(text).toMatch(new RegExp(`(?<![\\d,.])${figure}(?![\\d,])`));
    }
    for (const share of ["15.8%", "19.6%", "32.4%", "35.5%"]) expect(text).toContain(share);
  });

  it("has at least eight scenes, each with an address, words, a table and a picture at two widths", () => {
    expect(scenes().length).toBeGreaterThanOrEqual(8);
    for (const scene of scenes()) {
      expect(scene.id).not.toBe("");
      expect(scene.querySelectorAll("svg[role=img]")).toHaveLength(2);
      expect(scene.querySelector(".card p")!.textContent.trim()).not.toBe("");
      expect(scene.querySelectorAll("table tr").length).toBeGreaterThan(1);
    }
  });

  it("draws exactly 1,841 dots in every picture of every scene", () => {
    for (const scene of scenes()) {
      for (const picture of scene.querySelectorAll("svg[role=img]")) {
        const parts = [...picture.querySelectorAll("[data-figure]")];
        const dots = parts.map((part) => part.getAttribute("d")!.match(/m/gi)?.length ?? 0);
        expect(dots).toEqual(parts.map((part) => Number(part.getAttribute("data-count"))));
        expect(dots.reduce((sum, count) => sum + count, 0)).toBe(1841);
      }
    }
  });

  it("keeps the reports that no published outcome describes in every picture that parts them", () => {
    const parted = scenes().filter((scene) =>
      scene.querySelector("[data-figure=charged], [data-figure=charged_adults]"),
    );
    expect(parted.length).toBeGreaterThanOrEqual(7);
    for (const scene of parted) {
      for (const rings of scene.querySelectorAll("[data-figure=undescribed]")) {
        expect(rings.getAttribute("data-count")).toBe("363");
      }
      expect(scene.querySelectorAll("[data-figure=undescribed]")).toHaveLength(2);
    }
  });

  it("has the caveat under every picture and the helpline near the top and at the end", () => {
    for (const figure of document.querySelectorAll("figure"))
      expect(figure.textContent).toContain("A reading aid");
    const marks = [...document.querySelectorAll("a[href='tel:08088020300'], [data-scene]")];
    expect(marks.at(0)!.localName).toBe("a");
    expect(marks.at(-1)!.localName).toBe("a");
  });

  it("has receipts whose parts stay apart where they are read as plain text", () => {
    const texts = Array.from(document.querySelectorAll(".receipts li"), ({ textContent }) => textContent);
    expect(texts[1]).toMatch(
      /^290 people Charged\. Row 3 of \S+, 15\.8% of 1,841\. Counted in people\. .* Steps: 3 4 8$/,
    );
    for (const text of texts) expect(text).not.toMatch(/[.)]\p{Lu}|\s{2}|Steps:\S|\d{4,}$/u);
  });

  it("has nothing that a strict policy refuses: no style or script but those it names, no handlers, no other host", async () => {
    const html = await readBuilt(`${slug}/index.html`);
    expect(document.querySelectorAll("style")).toHaveLength(1);
    expect(document.querySelectorAll("[style]")).toHaveLength(0);
    const inline = [...document.querySelectorAll("script:not([src], [type])")];
    expect(inline.map(({ textContent }) => textContent)).toEqual([firstScript]);
    expect(html).not.toMatch(/\son[a-z]+\s*=\s*["']/i);
    for (const [selector, attribute] of [
      ["script[src]", "src"],
      ["link[rel=stylesheet], link[rel=icon], link[rel=modulepreload]", "href"],
      ["img", "src"],
    ]) {
      for (const element of document.querySelectorAll(selector)) {
        expect(element.getAttribute(attribute)).toMatch(/^(?!\w+:|\/\/)/);
      }
    }
  });
});

describe("the first paint", () => {
  it.each(["index.html", "404.html", ...["", "embed/", "all/"].map((part) => `${slug}/${part}index.html`)])(
    "waits for the page and nothing else: %s",
    async (path) => {
      const { document } = parseHTML(await readBuilt(path));
      const asked = [...document.querySelectorAll("[rel=stylesheet], [rel=preload], script[src]")];
      const waitedFor = asked.filter((element) => !element.matches("[type=module]"));
      // The typeface of readers without scripts.
      expect(waitedFor.map(({ parentElement }) => parentElement!.localName)).toEqual(["noscript"]);
    },
  );
});

describe("the column of the story's page", () => {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each([320, 390, 768, 1280, 1920])(
    "is one axis, for whatever is no stage and no list of receipts, in a window of %i",
    async (width) => {
      const { page, close } = await openPage(browser, `${server.url}${slug}/#method`, { width });
      await page.waitForSelector(".panel svg[viewBox]");
      const { axis, blocks } = await page.evaluate(() => {
        const leftOf = (element: Element) => element.getBoundingClientRect().left;
        const blocks = document.querySelectorAll(
          "article > :not(section, script), article > section:not(.sequence) > :not(.receipts), :is(.chart, .help, .box, .panel, .note)",
        );
        return {
          axis: leftOf(document.querySelector(".prose p")!),
          blocks: Array.from(blocks, (block) => ({ block: block.className, left: leftOf(block) })),
        };
      });
      expect(blocks.length).toBeGreaterThan(12);
      expect(blocks).toEqual(blocks.map(({ block }) => ({ block, left: axis })));
      const wide = await page.$$eval("body *", (elements) =>
        elements
          .filter((element) => element.checkVisibility() && !element.closest(".unseen, .skip, .steps span"))
          .filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < -0.5 || right > innerWidth + 0.5;
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      );
      expect(wide).toEqual([]);
      await close();
    },
  );
});

describe("what the story's page weighs on the wire (brotli)", () => {
  it("takes at most one round trip for document and styles, all still pictures included: 14,600 bytes", async () => {
    const size = await brotliSize(`${slug}/index.html`);
    console.info(`document ${size}`);
    expect(size).toBeLessThanOrEqual(14_600);
    const [sheet, ...others] = filesOf(document, "link[rel=stylesheet]", "href");
    expect(others).toEqual([]);
    expect(await brotliSize(sheet)).toBeLessThanOrEqual(200);
  });

  it("takes at most 17,500 bytes of script", async () => {
    const sizes = await Promise.all(scriptsOf(document).map(brotliSize));
    console.info(`script ${sizes.join(" + ")}`);
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(17_500);
  });

  it("takes at most 40,000 bytes of fonts", async () => {
    const fonts = new Set<string>();
    for (const sheet of filesOf(document, "link[rel=stylesheet]", "href")) {
      for (const [, address] of (await readBuilt(sheet)).matchAll(/url\(["']?([^"')]+\.woff2)/g)) {
        fonts.add(new URL(address, `https://site.example/${sheet}`).pathname.slice(1));
      }
    }
    const sizes = await Promise.all([...fonts].map(brotliSize));
    console.info(`fonts ${sizes.join(" + ")}`);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(40_000);
  });
});
