import { languageOf } from "../language/languages.ts";
import type { StageScene } from "../stage/types.ts";
import { drawCard, type DrawnCard } from "./draw-card.ts";
import type { Site, Story } from "../story/types.ts";
import { stageOf } from "../views/picture/stage-of.ts";

/** A card, and the path below the site of the page that it stands for. */
export interface StoryCard extends DrawnCard {
  readonly page: string;
}

/** The card of a story, which shows how the whole parts, and those of its scenes. */
export function cardsOf(site: Site, story: Story): StoryCard[] {
  const { slug, title, source, tree, scenes } = story;
  const language = languageOf(site);
  const whole = stageOf(story, [], language);
  const parted: StageScene = { id: slug, split: [tree.root], focus: [], as: "flow" };
  const credit = language.cards.credit(source);
  const draw = (kicker: string, headline: string, scene: StageScene) =>
    drawCard({ kicker, credit, headline, stage: { ...whole, scenes: [scene] } });
  return [
    { page: slug, ...draw(site.title, title.text, parted) },
    ...scenes.map((scene) => ({
      page: `${slug}/${scene.id}`,
      ...draw(title.text, scene.title?.text ?? title.text, scene),
    })),
  ];
}
