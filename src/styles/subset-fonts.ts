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
async function charactersOf(root: string, editing: boolean): Promise<Record<string, string>> {
  const files = await readFiles(root);
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
 * Cuts the site's typeface down to the characters that the site uses, before Astro starts, and leaves the files
 * in `.cache/fonts/` for fonts.css to name; Vite then hashes and publishes them like any other asset.
 * Hinting, ligatures and old-style figures go: screens of today don't need the first, nor the page the others.
 */
export function subsetFonts(): AstroIntegration {
  return {
    name: "subset-fonts",
    hooks: {
      "astro:config:setup": async ({ config, command }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, ".cache", "fonts");
        const characters = await charactersOf(root, command === "dev");
        await mkdir(folder, { recursive: true });
        for (const { name, file, axes } of cuts) {
          const source = createRequire(import.meta.url).resolve(
            `@fontsource-variable/newsreader/files/${file}`,
          );
          const subset = await subsetFont(await readFile(source), characters[name]!, {
            targetFormat: "woff2",
            variationAxes: axes,
            keepFeatures: ["kern", "ccmp", "locl", "mark"],
            noHinting: true,
            noLayoutClosure: true,
          });
          await writeFile(join(folder, `${name}.woff2`), subset);
        }
      },
    },
  };
}
