import { describe, expect, it } from "vitest";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { cutFonts } from "./subset-fonts.ts";

const site = loadSite(await readFiles(process.cwd()));

describe("the typeface cut to the site's characters", () => {
  it("takes at most 40,000 bytes in all", async () => {
    const fonts = await cutFonts(site, false);
    const bytes = [...fonts.values()].reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThanOrEqual(40_000);
  });

  it("has the same bytes for the same site", async () => {
    expect(await cutFonts(site, false)).toEqual(await cutFonts(site, false));
  });

  it("gives the display cut all of basic Latin only while the site is edited", async () => {
    const empty = { site: null, stories: [] };
    const size = async (editing: boolean) =>
      (await cutFonts(empty, editing)).get("newsreader-display.woff2")!.length;
    expect(await size(true)).toBeGreaterThan(2 * (await size(false)));
  });
});
