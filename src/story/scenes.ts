import type { Root } from "mdast";
import { quote } from "../diagnostics/quote.ts";
import { type StoryContext, report } from "./context.ts";
import { rangeOfNode } from "./markdown.ts";
import type { Passage } from "./passage.ts";

/** Where a scene stands in the story's text. */
export interface SceneRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The scenes of a story, those that have an id. Reports ids that are used twice. */
export function listScenes(root: Root, passage: Passage, context: StoryContext): SceneRange[] {
  const scenes: SceneRange[] = [];
  for (const node of root.children) {
    if (node.type !== "containerDirective" || node.name !== "scene") continue;
    const id = node.attributes?.id;
    const part = node.data?.parts?.attributes.find(({ name }) => name === "id");
    if (!id || !part) continue;
    // Addresses that differ in capitals alone are the same to some hosts.
    const first = scenes.find((scene) => scene.id.toLowerCase() === id.toLowerCase());
    if (first) {
      const span = passage.span(first.start, first.start + 1);
      report(context, passage, {
        rule: "story/scene",
        ...part.valueRange,
        message: `There are two scenes ${quote(id)}`,
        hint: "each scene has an id of its own",
        related: [{ file: context.file, span, message: "the first one" }],
      });
    } else scenes.push({ id, ...rangeOfNode(node) });
  }
  return scenes;
}
