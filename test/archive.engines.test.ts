import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtDocument, filesOf, readBuilt, scriptsOf, slug } from "./built-page.ts";
import { until } from "./engines/acts.ts";
import { useEngine } from "./engines/use-engine.ts";
import { readPaper } from "./paper.ts";
import { countColors, crop, pixelDifference } from "./pixels.ts";
import { boxOf, goTo, settle, stagePicture } from "./reading.ts";
import { dist } from "./serve.ts";

const engine = useEngine();
let folder: string;
let address: string;
beforeAll(async () => {
  // Far from the site, and under another name.
  folder = await mkdtemp(join(tmpdir(), "archive "));
  const copy = join(folder, "kept for later.html");
  await copyFile(join(dist, slug, "story.html"), copy);
  address = pathToFileURL(copy).href;
});
afterAll(() => rm(folder, { recursive: true }));

describe("the archive copy", () => {
  it("opens from a disk and moves: no fault, and nothing asked for but itself", async () => {
    const tab = await engine.open(address);
    await settle(tab);
    const requests = await tab.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(requests.filter((request) => !/^(data|blob):/.test(request))).toEqual([]);
    expect(await tab.evaluate(() => document.fonts.check('1rem "Newsreader"'))).toBe(true);
    const pictures: Buffer[] = [];
    for (const id of ["all", "outcomes"]) {
      await goTo(tab, id);
      await settle(tab);
      pictures.push(await stagePicture(tab));
    }
    expect(pixelDifference(pictures[0], pictures[1])).toBeGreaterThan(0.02);
    expect(await tab.faults()).toEqual([]);
  });

  it("says what the site says, word for word and dot for dot", async () => {
    const { document } = parseHTML(await readBuilt(`${slug}/story.html`));
    const published = await builtDocument();
    const words = (of: Document) => {
      const main = of.querySelector("main")!.cloneNode(true) as Element;
      // What a script says is read by nobody.
      main.querySelectorAll("script").forEach((script) => script.remove());
      return main.textContent;
    };
    expect(words(document)).toBe(words(published));
    const paths = (of: Document) => [...of.querySelectorAll("[data-figure]")].map((path) => path.outerHTML);
    expect(paths(document)).toEqual(paths(published));
  });

  it("shows its still pictures without script, and prints", async () => {
    const tab = await engine.open(address, { javaScript: false });
    const picture = "[data-scene] svg[role=img]";
    await tab.evaluate((picture) => {
      const shown = [...document.querySelectorAll(picture)].find((still) => still.checkVisibility())!;
      shown.scrollIntoView({ block: "center", behavior: "instant" });
    }, picture);
    await until(tab, "the typefaces", () => document.fonts.status === "loaded", null);
    await expect
      .poll(async () => countColors(crop(await tab.screenshot(), await boxOf(tab, picture))), {
        timeout: 5000,
      })
      .toBeGreaterThan(5);
    expect((await readPaper(await tab.print())).length).toBeGreaterThan(3);
  });

  it("is at most 1.35 times as large as its parts", async () => {
    const document = await builtDocument();
    const styles = filesOf(document, "link[rel=stylesheet]", "href");
    const fonts = [...(await readBuilt(styles[0])).matchAll(/[\w-]+\.woff2/g)].map(
      ([name]) => `_astro/${name}`,
    );
    const parts = [`${slug}/index.html`, ...styles, ...new Set(fonts), ...scriptsOf(document)];
    const sizes = await Promise.all(parts.map(async (path) => (await stat(join(dist, path))).size));
    const whole = (await stat(join(dist, slug, "story.html"))).size;
    expect(fonts).not.toEqual([]);
    expect(whole / sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1.35);
  });
});
