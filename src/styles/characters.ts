import { defaultLocale, languageOf } from "../language/languages.ts";
import type { Sentence } from "../language/sentence.ts";
import { figureOf } from "../outcomes/tree.ts";
import type { ShownSite } from "../load/last-good.ts";
import type { Letters } from "../story/letters.ts";

/** The cuts of the typeface. */
export type CutName = "newsreader" | "newsreader-bold" | "newsreader-italic" | "newsreader-display";

const basicLatin = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index));
const typographic = "\u00a0–—‘’“”…−×·%£";

/**
 * The characters that each cut must have, in code point order so that the same site gives the same bytes: those that
 * the site's texts set in it. Where they are being edited, basic Latin comes to each, so that new words show.
 */
export function charactersOf({ site, stories }: ShownSite, editing: boolean): Record<CutName, string> {
  const language = languageOf(site ?? { locale: defaultLocale });
  const { method, page, receipts } = language;
  // Front pages of several stories list their titles.
  const listed = stories.length > 1 ? stories.map(({ title }) => title.text) : [];
  const written = (style: keyof Letters) => stories.map(({ letters }) => [...letters[style]].join(""));
  const corrections = stories.flatMap((story) =>
    story.corrections.flatMap(({ date, text }) =>
      method.correction({ date: { date, text: language.date(date) }, text }).map(textOf),
    ),
  );
  const bounded = stories.flatMap(({ blocks, tree }) =>
    blocks.map((block) => (block.type === "bounds" ? language.bounds.caption(figureOf(tree, block.of)) : "")),
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
      page.notFound.dek,
      page.notFound.front,
      method.noCorrections,
      site?.title ?? "",
      site?.description ?? "",
      ...corrections,
      ...written("regular"),
    ),
    "newsreader-bold": sorted(
      method.title,
      method.corrections,
      receipts.title,
      ...listed,
      ...bounded,
      ...written("bold"),
    ),
    "newsreader-italic": sorted(...written("italic")),
    "newsreader-display": sorted(
      page.notFound.title,
      site?.title ?? "",
      ...stories.map(({ title }) => title.text),
    ),
  };
}

function textOf(piece: Sentence[number]): string {
  return typeof piece === "string" ? piece : piece.text;
}
