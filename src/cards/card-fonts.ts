import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import subsetFont from "subset-font";

const folder = ".cache/fonts/cards";

const sansScripts = ["latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"];

/** The display cut of the headlines, and the labels' sans in two weights. Several scripts, since a story may need them. */
const instances = [
  ...["latin", "latin-ext", "vietnamese"].map((script) => ({
    name: `newsreader-${script}-500`,
    file: `newsreader/files/newsreader-${script}-opsz-normal.woff2`,
    axes: { wght: 500, opsz: 60 },
  })),
  ...sansScripts.flatMap((script) =>
    [400, 700].map((weight) => ({
      name: `source-sans-3-${script}-${weight}`,
      file: `source-sans-3/files/source-sans-3-${script}-wght-normal.woff2`,
      axes: { wght: weight },
    })),
  ),
];

/**
 * Latin, Greek and Cyrillic letters, punctuation and the signs of currencies, from U+… up to U+…. No combining marks:
 * what draws the cards takes a letter that one file lacks from another only where the first can't compose it.
 */
const blocks = [
  [0x20, 0x2af],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x214f],
  [0x2190, 0x2199],
  [0x2212, 0x2265],
];

function listCharacters(): string {
  const all = blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  );
  return all.filter((character) => /\P{M}/u.test(character)).join("");
}

/**
 * The typefaces of the cards, below the project's root. The first file of a family and weight is the one that is
 * used; those after it give the characters that it lacks.
 */
export const cardFontFiles = instances.map(({ name }) => `${folder}/${name}.ttf`);

/** Writes the typefaces of the cards as TrueType files of one weight each: what draws the cards reads no others. */
export function cutCardFonts(): AstroIntegration {
  return {
    name: "cut-card-fonts",
    hooks: {
      "astro:config:setup": async ({ config }) => {
        const root = fileURLToPath(config.root);
        const characters = listCharacters();
        await mkdir(join(root, folder), { recursive: true });
        const { resolve } = createRequire(import.meta.url);
        for (const { name, file, axes } of instances) {
          const source = await readFile(resolve(`@fontsource-variable/${file}`));
          const options = { targetFormat: "truetype", variationAxes: axes } as const;
          await writeFile(join(root, folder, `${name}.ttf`), await subsetFont(source, characters, options));
        }
      },
    },
  };
}
