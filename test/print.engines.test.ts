import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { builtDocument, slug } from "./built-page.ts";
import { untilThere } from "./engines/acts.ts";
import { useEngine } from "./engines/use-engine.ts";
import { readPaper, type Sheet } from "./paper.ts";
import { serveSite } from "./serve.ts";

/** The names that stand on the pictures of all scenes, each as often as it does: the narrow pictures are printed. */
async function namesOnPictures(): Promise<Map<string, number>> {
  const document = await builtDocument();
  const names = Array.from(document.querySelectorAll("[data-scene] .narrow text"), ({ textContent }) =>
    textContent.replaceAll(/\s+/g, " ").trim(),
  );
  return new Map(names.map((name) => [name, names.filter((other) => other === name).length]));
}

const engine = useEngine();

describe("the story on paper", () => {
  let server: RunningServer;
  let sheets: readonly Sheet[];
  beforeAll(async () => {
    server = await serveSite();
    const tab = await engine.openForAll(`${server.url}${slug}/`);
    await untilThere(tab, ".live");
    sheets = await readPaper(await tab.print());
  });
  afterAll(() => server.close());

  it("has every picture, with all that is written on it", async () => {
    const names = await namesOnPictures();
    expect(names.size).toBeGreaterThan(10);
    const words = sheets.map((sheet) => sheet.words).join(" ");
    const missing = [...names].filter(([name, times]) => words.split(name).length - 1 < times);
    expect(missing).toEqual([]);
  });

  it("has the dots of every picture beside the words of its scene", () => {
    const scenes = sheets.filter(({ words }) => words.includes("One dot is one report."));
    expect(scenes.length).toBeGreaterThan(2);
    // Without pictures it is the dots of the keys, 0.0003; the thinnest picture has ten times as much.
    for (const { colour } of scenes) expect(colour).toBeGreaterThan(0.002);
  });

  it("has every chart once, with its numbers", async () => {
    const values = Array.from((await builtDocument()).querySelectorAll(".narrow-chart text"), (text) =>
      text.textContent.replaceAll(/\s+/g, " "),
    ).filter((text) => text.includes(" · "));
    expect(values.length).toBeGreaterThan(10);
    const words = sheets.map((sheet) => sheet.words).join(" ");
    expect(values.map((value) => [value, words.split(value).length - 1])).toEqual(
      values.map((value) => [value, 1]),
    );
  });

  it("has nothing that only works on a screen", () => {
    const words = sheets.map((sheet) => sheet.words).join(" ");
    expect(words).not.toContain("Leave this page at");
    expect(words).not.toContain("Step by step");
  });
});
