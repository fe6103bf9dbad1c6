import { hueOf } from "../../stage/draw/hue.ts";
import type { Stage, StageFigure } from "../../stage/types.ts";
import type { Language } from "../../language/types.ts";
import { figureOf, partsOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import type { Scene, Story } from "../../story/types.ts";

function nest(tree: FigureTree, id: string): StageFigure {
  const { label, count, derived: remainder } = figureOf(tree, id);
  const children = partsOf(tree, id).map((child) => nest(tree, child.id));
  return { id, label, count, hue: hueOf(tree, id), remainder, children };
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
