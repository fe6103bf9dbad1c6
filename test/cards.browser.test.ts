import { firstScript } from "../src/publish/policy.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { describeLostLetters } from "../src/cards/lost-letters.ts";
import { renderCard } from "../src/cards/render-card.ts";
import { cardsOf } from "../src/cards/story-cards.ts";
import { light, opacity } from "../src/stage/draw/palette.ts";
import { mixColours } from "../src/stage/draw/raster.ts";
import { readFiles } from "../src/load/files.ts";
import { loadSite } from "../src/load/site.ts";
import { readBuilt, slug } from "./built-page.ts";
import { countColors } from "./pixels.ts";
import { dist } from "./serve.ts";
import { smallSiteFiles } from "./small-site.ts";

const { site, stories } = loadSite(await readFiles(process.cwd()));
const cards = stories.filter(({ draft }) => !draft).flatMap((story) => cardsOf(site!, story));

/** Whether all pixels of a stretch of a picture have the paper's colour. */
function isPaper(png: PNG, left: number, top: number, right: number, bottom: number): boolean {
  const paper = parseInt(light.paper.slice(1), 16);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (png.data.readUIntBE(4 * (y * png.width + x), 3) !== paper) return false;
    }
  }
  return true;
}

const story = stories.find((story) => story.slug === slug)!;

describe("the pages to share", () => {
  it.each(story.scenes)(
    "$id: its own words and picture, and the way to the step",
    async ({ id, body: { text } }) => {
      const { document } = parseHTML(await readBuilt(`${slug}/${id}/index.html`));
      const meta = (name: string) =>
        document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)!.getAttribute("content");
      const here = `${site!.url}${slug}/${id}/`;
      expect(meta("robots")).toBe("noindex");
      expect(meta("og:url")).toBe(here);
      expect(meta("og:image")).toBe(`${here}card.png`);
      expect(meta("og:title")).toBe(`${document.querySelector("h1")!.textContent} – ${story.title.text}`);
      expect(text).toContain(meta("og:description"));
      expect(meta("og:image:alt")).toContain("1,841 reports");
      const canonical = document.querySelector("link[rel=canonical]")!.getAttribute("href");
      expect(canonical).toBe(`${site!.url}${slug}/`);
      const refresh = document.querySelector("meta[http-equiv=refresh]")!.getAttribute("content");
      expect(refresh).toBe(`0; url=../#${id}`);
      expect(document.querySelector("main a")!.getAttribute("href")).toMatch(new RegExp(`/#${id}$`));
      const scripts = [...document.querySelectorAll("script:not([type='text/css'])")];
      expect(scripts.map(({ textContent }) => textContent)).toEqual([firstScript]);
    },
  );
});

describe("the pictures for links", () => {
  it("are there for the story and for each of its scenes", () => {
    expect(cards.length).toBeGreaterThanOrEqual(9);
  });

  it.each(cards)("$page: 1200 × 630, light, neither blank nor clipped", async ({ page }) => {
    const bytes = await readFile(join(dist, page, "card.png"));
    const png = PNG.sync.read(bytes);
    expect([png.width, png.height]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(100_000);
    expect(countColors(bytes)).toBeGreaterThan(10);
    // Words, headline and picture each leave their marks, and nothing reaches the edge.
    expect(isPaper(png, 60, 40, 600, 76)).toBe(false);
    expect(isPaper(png, 60, 90, 600, 180)).toBe(false);
    expect(isPaper(png, 60, 220, 1140, 600)).toBe(false);
    expect(isPaper(png, 0, 0, 50, 630)).toBe(true);
    expect(isPaper(png, 1160, 0, 1200, 630)).toBe(true);
    expect(isPaper(png, 0, 0, 1200, 30)).toBe(true);
    expect(isPaper(png, 0, 610, 1200, 630)).toBe(true);
  });

  it("show the bands in the hues of their kinds", async () => {
    const { data } = PNG.sync.read(await readFile(join(dist, slug, "card.png")));
    const coloured = (word: number) => {
      const wanted = [0, 8, 16].map((shift) => (word >> shift) & 255);
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((value, k) => Math.abs(data[i + k] - value) <= 2)) pixels++;
      }
      return pixels;
    };
    for (const hue of [1, 2, 3]) {
      expect(coloured(mixColours(light.paper, light.hues[hue], opacity.band))).toBeGreaterThan(3000);
    }
  });

  it("are the same bytes when they are drawn again", async () => {
    const [{ page, svg }] = cards;
    expect(Buffer.from(await renderCard(svg)).equals(await readFile(join(dist, page, "card.png")))).toBe(
      true,
    );
  });

  it("can be set in the scripts that Europe writes: every letter leaves its mark", async () => {
    for (const letter of "ŁőệΑћї") {
      const svg = cards[0].svg.replace(/What became of [^<]*/, letter);
      const png = PNG.sync.read(Buffer.from(await renderCard(svg)));
      expect([letter, isPaper(png, 60, 90, 140, 160)]).toEqual([letter, false]);
    }
  });
});

describe("letters that the cards can't show", () => {
  /** What is said of the small site's cards, with that publisher, scene and label. */
  function describeCards(publisher: string, heading: string, label: string): string | null {
    const files = new Map(smallSiteFiles("published: 2026-02-03", `done,all,${label},3,reports,Ended,`));
    const text = new TextDecoder().decode(files.get("content/parts.md"));
    const told = text.replace("The office", publisher).replace("Only", `## ${heading}\n\nOnly`);
    const read = loadSite(files.set("content/parts.md", new TextEncoder().encode(told)));
    const [parts] = read.stories;
    return describeLostLetters(read.site!, parts, cardsOf(read.site!, parts));
  }

  it("are named with the texts that they stand in, and the cure", () => {
    expect(describeCards("Γραφείο", "Ναι ✓, نعم", "≥ 已完成 ✓")).toBe(
      [
        'content/parts.md: its cards leave out "≥", "已", "完", "成", "✓", "ن", "ع", "م", which their typefaces don\'t have',
        '  in the heading of the scene "parted": "Ναι ✓, نعم"',
        '  in a label, row 3 of data/figures.csv: "≥ 已完成 ✓"',
        "  hint: write it in other letters or in words, or add a typeface that has them to src/cards/card-fonts.ts",
      ].join("\n"),
    );
    expect(describeCards("संस्था", "שלום", "Done")).toMatch(/the publisher[^]*the heading/);
  });

  it("are none in Latin, Greek and Cyrillic, however these are composed, nor are spaces and soft hyphens", () => {
    expect(
      describeCards("Łódź i Žižkov", "Ελλάς, Київ", "De\u0301ja\u0300 vu\u202f– co\u00adoperation"),
    ).toBeNull();
  });

  it("are none in the stories that are published", () => {
    for (const story of stories) expect(describeLostLetters(site!, story, cardsOf(site!, story))).toBeNull();
  });
});
