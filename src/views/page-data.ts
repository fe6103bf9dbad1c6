import type { Stage } from "../stage/types.ts";
import type { Language } from "../language/types.ts";
import type { Story } from "../story/types.ts";
import { type BoundsPanel, viewBounds } from "./bounds.ts";
import { stageOf } from "./picture/stage-of.ts";

/** What the script of a story's page shows: its stages and its panels of bounds, each in the page's order. */
export interface PageData {
  readonly stages: readonly Stage[];
  readonly bounds: readonly BoundsPanel[];
}

export function pageDataOf(story: Story, language: Language): PageData {
  const { blocks, tree, dot } = story;
  return {
    stages: blocks.flatMap((block) => (block.type === "stage" ? stageOf(story, block.scenes, language) : [])),
    bounds: blocks.flatMap((block) =>
      block.type === "bounds" ? viewBounds(tree, block, dot, language).panel : [],
    ),
  };
}

/** Whether a story's page has something for its script to show. */
export function moves({ blocks }: Pick<Story, "blocks">): boolean {
  return blocks.some(({ type }) => type === "stage" || type === "bounds");
}
