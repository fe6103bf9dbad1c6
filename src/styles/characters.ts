import { formatDate } from "../story/dates.ts";
import type { ShownSite } from "../load/last-good.ts";
import type { Letters } from "../story/letters.ts";

/** The cuts of the typeface. */
export type CutName = "newsreader" | "newsreader-bold" | "newsreader-italic" | "newsreader-display";

const basicLatin = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index));
const typographic = "\u00a0–—‘’“”…−×·%£";
const small = "abcdefghijklmnopqrstuvwxyz ";
/** What the templates themselves set in the text cut, in the bold one and in the display cut: few words have capitals. */
const letters = `${small}0123456789.,: Go It None There`;
const headings = "Method and sources, Corrections, Where every number comes from";
const titles = "Page not found";

/**
 * The characters that each cut must have, in code point order so that the same site gives the same bytes: those that
 * the site's texts set in it. Where they are being edited, basic Latin comes to each, so that new words show.
 */
export function charactersOf({ site, stories }: ShownSite, editing: boolean): Record<CutName, string> {
  // Front pages of several stories list their titles.
  const listed = stories.length > 1 ? stories.map(({ title }) => title.text) : [];
  const written = (style: keyof Letters) => stories.map(({ letters }) => [...letters[style]].join(""));
  const corrections = stories.flatMap((story) =>
    story.corrections.flatMap(({ date, text }) => [formatDate(date, site!.locale), text]),
  );
  const bounded = stories.flatMap(({ blocks, tree }) =>
    blocks.map((block) => (block.type === "bounds" ? `${tree.figures.get(block.of)!.label}:` : "")),
  );
  const sorted = (...texts: readonly string[]) => {
    const all = texts.join("") + (editing ? basicLatin + typographic : "");
    return [...new Set(all)]
      .filter((character) => character >= " ")
      .sort()
      .join("");
  };
  return {
    newsreader: sorted(
      letters,
      site?.title ?? "",
      site?.description ?? "",
      ...corrections,
      ...written("regular"),
    ),
    "newsreader-bold": sorted(small, headings, ...listed, ...bounded, ...written("bold")),
    "newsreader-italic": sorted(...written("italic")),
    "newsreader-display": sorted(titles, site?.title ?? "", ...stories.map(({ title }) => title.text)),
  };
}
