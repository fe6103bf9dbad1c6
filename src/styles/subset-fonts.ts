import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import subsetFont from "subset-font";
import type { ShownSite } from "../load/last-good.ts";
import { charactersOf, type CutName } from "./characters.ts";

interface Cut {
  readonly name: CutName;
  readonly file: string;
  /** Where each of its axes is pinned. */
  readonly axes: Record<string, number>;
}

const cuts: readonly Cut[] = [
  { name: "newsreader", file: "newsreader-latin-wght-normal.woff2", axes: { wght: 400 } },
  { name: "newsreader-bold", file: "newsreader-latin-wght-normal.woff2", axes: { wght: 600 } },
  { name: "newsreader-italic", file: "newsreader-latin-wght-italic.woff2", axes: { wght: 400 } },
  { name: "newsreader-display", file: "newsreader-latin-opsz-normal.woff2", axes: { wght: 500, opsz: 60 } },
];

/**
 * The site's typeface as WOFF2 files by name, each of one weight and cut down to the characters that the site sets
 * in it; where the site is being edited, to those of basic Latin too. So they take half of what one file with a range
 * of weights takes.
 * Hinting, ligatures and old-style figures go: screens of today don't need the first, nor the page the others. The
 * tables of substitutions and of glyph classes go with them, but where letters are joined with marks.
 */
export async function cutFonts(site: ShownSite, editing: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const characters = charactersOf(site, editing);
  const { resolve } = createRequire(import.meta.url);
  const fonts = cuts.map(async ({ name, file, axes }): Promise<[string, Uint8Array]> => {
    const source = await readFile(resolve(`@fontsource-variable/newsreader/files/${file}`));
    const combines = /\p{Mark}/u.test(characters[name]);
    const options = {
      targetFormat: "woff2",
      variationAxes: axes,
      keepFeatures: combines ? ["kern", "ccmp", "mark"] : ["kern"],
      dropTables: combines ? ["STAT", "gasp"] : ["STAT", "gasp", "GSUB", "GDEF"],
      noHinting: true,
      noLayoutClosure: true,
    } as const;
    // Browsers refuse a font without a single outline, which a style that only other scripts' letters have would leave.
    return [`${name}.woff2`, await subsetFont(source, `${characters[name]}e`, options)];
  });
  return new Map(await Promise.all(fonts));
}

/**
 * Cuts the typeface before Astro starts, and leaves the files in `.cache/fonts/` for fonts.css to name; Vite then
 * hashes and publishes them like any other asset.
 */
export function subsetFonts(site: ShownSite): AstroIntegration {
  return {
    name: "subset-fonts",
    hooks: {
      "astro:config:setup": async ({ config, command }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, ".cache", "fonts");
        await mkdir(folder, { recursive: true });
        for (const [name, bytes] of await cutFonts(site, command === "dev")) {
          await writeFile(join(folder, name), bytes);
        }
      },
    },
  };
}
