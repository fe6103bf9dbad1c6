import { hueOf } from "../../stage/draw/hue.ts";
import type { Stage, StageFigure } from "../../stage/types.ts";
import type { Language } from "../../language/types.ts";
import { figureOf, isHollow, partsOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import type { Scene, Story } from "../../story/types.ts";

function nest(tree: FigureTree, id: string): StageFigure {
  const { label, count, derived } = figureOf(tree, id);
  const parts = partsOf(tree, id).map((part) => nest(tree, part.id));
  return { id, label, count, hue: hueOf(tree, id), hollow: isHollow(tree, id), derived, parts };
}

/** Everything that the stage of some scenes shows, from the story's figures. */
export function stageOf(story: Story, scenes: readonly Scene[], { tag }: Language): Stage {
  const { dot, noun, tree } = story;
  return {
    figure: nest(tree, tree.root),
    dot,
    noun,
    locale: tag,
    scenes: scenes.map(({ id, split, focus, as }) => ({ id, split, focus, as })),
  };
}
