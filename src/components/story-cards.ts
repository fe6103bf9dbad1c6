import type { StageScene } from "../flow/types.ts";
import { drawCard } from "../publish/card.ts";
import type { Scene, Site, Story } from "../story/types.ts";
import { sceneTitle } from "./scene-title.ts";
import { stageOf } from "./stage-of.ts";

/** A card as an SVG document, and the path below the site of the page that it stands for. */
export interface StoryCard {
  readonly page: string;
  readonly svg: string;
}

export function scenesOf(story: Story): readonly Scene[] {
  return story.blocks.flatMap((block) => (block.type === "stage" ? block.scenes : []));
}

/** The card of a story, which shows how the whole parts, and those of its scenes. */
export function cardsOf(site: Site, story: Story): StoryCard[] {
  const { slug, title, source, tree } = story;
  const whole = stageOf(story, [], site.locale);
  const parted: StageScene = { id: slug, split: [tree.root], focus: [], as: "flow" };
  const credit = `Figures: ${source.publisher}`;
  const draw = (kicker: string, headline: string, scene: StageScene) =>
    drawCard({ kicker, credit, headline, stage: { ...whole, scenes: [scene] } });
  return [
    { page: slug, svg: draw(site.title, title.text, parted) },
    ...scenesOf(story).map((scene) => ({
      page: `${slug}/${scene.id}`,
      svg: draw(title.text, sceneTitle(scene) ?? title.text, scene),
    })),
  ];
}
