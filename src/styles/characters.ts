import { parseHTML } from "linkedom";
import { formatDate } from "../story/dates.ts";
import type { LoadedSite } from "../load/site.ts";
import type { Block, Story } from "../story/types.ts";

/** The cuts of the typeface. */
export type CutName = "newsreader" | "newsreader-bold" | "newsreader-italic" | "newsreader-display";

const basicLatin = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index));
const typographic = "\u00a0–—‘’“”…−×·%£";
const small = "abcdefghijklmnopqrstuvwxyz ";
/** What the templates themselves set in the text cut, in the bold one and in the display cut: few words have capitals. */
const letters = `${small}0123456789.,: Go It None There`;
const headings = "Method and sources, Corrections, Where every number comes from";
const titles = "Page not found";

/** What a story sets in the serif, as HTML; the interface, labels and tables have the reader's own sans. */
function htmlOf({ dek, blocks, corrections }: Story): string {
  const paragraphs = [dek.html, ...corrections.map(({ text }) => text)].map((html) => `<p>${html}</p>`);
  return [...paragraphs, ...blocks.map(htmlOfBlock)].join("");
}

function htmlOfBlock(block: Block): string {
  switch (block.type) {
    case "stage":
      return block.scenes.map(({ html }) => html).join("");
    case "chart":
      return `<h2>${block.caption.html}</h2>`;
    case "aside":
      return `<h2>${block.title.html}</h2>${block.html}`;
    case "prose":
    case "footnotes":
      return block.html;
    default:
      return "";
  }
}

/**
 * The characters that each cut must have, in code point order so that the same site gives the same bytes: those that
 * the site's texts set in it. Where they are being edited, basic Latin comes to each, so that new words show.
 */
export function charactersOf({ site, stories }: LoadedSite, editing: boolean): Record<CutName, string> {
  // Front pages of several stories list their titles.
  const listed = stories.length > 1 ? stories.map(({ title }) => title.text) : [];
  const { document } = parseHTML(`<main>${stories.map(htmlOf).join("")}</main>`);
  const textOf = (selector: string) =>
    Array.from(document.querySelectorAll(selector), (element) => element.textContent);
  const dates = stories.flatMap(({ corrections }) =>
    corrections.map(({ date }) => formatDate(date, site!.locale)),
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
    newsreader: sorted(letters, site?.title ?? "", site?.description ?? "", ...dates, ...textOf("main")),
    "newsreader-bold": sorted(
      small,
      headings,
      ...listed,
      ...bounded,
      ...textOf("h1, h2, h3, h4, h5, h6, strong, b"),
    ),
    "newsreader-italic": sorted(...textOf("em, i, cite")),
    "newsreader-display": sorted(titles, site?.title ?? "", ...stories.map(({ title }) => title.text)),
  };
}
