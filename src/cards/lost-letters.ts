import { quote } from "../diagnostics/quote.ts";
import { languageOf } from "../language/languages.ts";
import type { Site, Story } from "../story/types.ts";
import { isDrawn } from "./render-card.ts";
import type { StoryCard } from "./story-cards.ts";

/** Words of a story's cards, and where they are written. */
interface CardText {
  readonly place: string;
  readonly text: string;
}

/**
 * Which letters the cards of a story leave out since no typeface of theirs has them, where these are written, and the
 * way out; null where the cards show all.
 */
export function describeLostLetters(site: Site, story: Story, cards: readonly StoryCard[]): string | null {
  const lost = lettersOf(cards.flatMap(({ words }) => words).join(" ")).filter((letter) => !isDrawn(letter));
  if (lost.length === 0) return null;
  const places = listTexts(site, story).filter(({ text }) =>
    lettersOf(text).some((letter) => lost.includes(letter)),
  );
  return [
    `${story.file}: its cards leave out ${lost.map(quote).join(", ")}, which their typefaces don't have`,
    ...places.map(({ place, text }) => `  in ${place}: ${quote(text)}`),
    "  hint: write it in other letters or in words, or add a typeface that has them to src/cards/card-fonts.ts",
  ].join("\n");
}

/** The characters that leave a mark, each once, composed as far as they can be: as they are drawn. */
function lettersOf(text: string): string[] {
  return [...new Set(text.normalize())].filter(
    (letter) => !/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(letter),
  );
}

/** All that can stand on the cards of a story. */
function listTexts(site: Site, story: Story): CardText[] {
  const { file, title, source, noun, tree, scenes } = story;
  return [
    { place: "the title of content/site.yaml", text: site.title },
    { place: `the title of ${file}`, text: title.text },
    { place: "the publisher of its source", text: source.publisher },
    { place: "its noun", text: `${noun.one}, ${noun.many}` },
    ...scenes.map((scene) => ({
      place: `the heading of the scene ${quote(scene.id)}`,
      text: scene.title?.text ?? "",
    })),
    ...[...tree.figures.values()].flatMap(({ label, count, row }) => [
      { place: `a label, row ${row} of ${tree.file}`, text: label },
      { place: `a count, row ${row} of ${tree.file}`, text: languageOf(site).count(count) },
    ]),
  ];
}
