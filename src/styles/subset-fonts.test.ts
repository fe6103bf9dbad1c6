import { describe, expect, it } from "vitest";
import { readFiles } from "../load/files.ts";
import { cutFonts } from "./subset-fonts.ts";

describe("the typeface cut to the site's characters", () => {
  it("takes at most 40,000 bytes in all", async () => {
    const fonts = await cutFonts(await readFiles(process.cwd()), false);
    const bytes = [...fonts.values()].reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThanOrEqual(40_000);
  });

  it("has the same bytes for the same site", async () => {
    const files = await readFiles(process.cwd());
    expect(await cutFonts(files, false)).toEqual(await cutFonts(files, false));
  });

  it("gives the display cut all of basic Latin only while the site is edited", async () => {
    const files = new Map<string, Uint8Array>();
    const size = async (editing: boolean) =>
      (await cutFonts(files, editing)).get("newsreader-display.woff2")!.length;
    expect(await size(true)).toBeGreaterThan(2 * (await size(false)));
  });
});
