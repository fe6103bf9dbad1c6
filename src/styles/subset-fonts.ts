import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import subsetFont from "subset-font";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";

const basicLatin = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index));
/** What the templates and the directives may write that a story's own files needn't hold. */
const typographic = "\u00a0–—‘’“”…−×·%£";

interface Cut {
  readonly name: string;
  readonly file: string;
  /** A value pins an axis, a range narrows it. */
  readonly axes: Record<string, number | { min: number; max: number }>;
}

const cuts: readonly Cut[] = [
  { name: "newsreader", file: "newsreader-latin-wght-normal.woff2", axes: { wght: { min: 400, max: 600 } } },
  { name: "newsreader-italic", file: "newsreader-latin-wght-italic.woff2", axes: { wght: 400 } },
  { name: "newsreader-display", file: "newsreader-latin-opsz-normal.woff2", axes: { wght: 500, opsz: 60 } },
];

/** The characters that each cut must have, in code point order so that the same site gives the same bytes. */
function charactersOf(files: ReadonlyMap<string, Uint8Array>, editing: boolean): Record<string, string> {
  const { site, stories } = loadSite(files);
  const written = [...files]
    .filter(([path]) => /^(content|data)\//.test(path))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
  const titles = [...stories.map((story) => story.title.text), site?.title ?? "", "Page not found"];
  const sorted = (texts: string[]) => [...new Set(texts.join(""))].sort().join("");
  const text = sorted([...written, basicLatin, typographic]);
  return {
    newsreader: text,
    "newsreader-italic": text,
    "newsreader-display": sorted(editing ? [...titles, basicLatin, typographic] : titles),
  };
}

/**
 * The site's typeface as WOFF2 files by name, cut down to the characters that the site's files use; where they are
 * being edited, to those of basic Latin too.
 * Hinting, ligatures and old-style figures go: screens of today don't need the first, nor the page the others.
 */
export async function cutFonts(
  files: ReadonlyMap<string, Uint8Array>,
  editing: boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const characters = charactersOf(files, editing);
  const { resolve } = createRequire(import.meta.url);
  const fonts = cuts.map(async ({ name, file, axes }): Promise<[string, Uint8Array]> => {
    const source = await readFile(resolve(`@fontsource-variable/newsreader/files/${file}`));
    const options = {
      targetFormat: "woff2",
      variationAxes: axes,
      keepFeatures: ["kern", "ccmp", "locl", "mark"],
      noHinting: true,
      noLayoutClosure: true,
    } as const;
    return [`${name}.woff2`, await subsetFont(source, characters[name], options)];
  });
  return new Map(await Promise.all(fonts));
}

/**
 * Cuts the typeface before Astro starts, and leaves the files in `.cache/fonts/` for fonts.css to name; Vite then
 * hashes and publishes them like any other asset.
 */
export function subsetFonts(): AstroIntegration {
  return {
    name: "subset-fonts",
    hooks: {
      "astro:config:setup": async ({ config, command }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, ".cache", "fonts");
        await mkdir(folder, { recursive: true });
        for (const [name, bytes] of await cutFonts(await readFiles(root), command === "dev")) {
          await writeFile(join(folder, name), bytes);
        }
      },
    },
  };
}
