import { figureOf } from "../outcomes/tree.ts";
import { report, type StoryContext } from "./context.ts";
import type { ReadFrontMatter } from "./front-matter.ts";

/** The most dots that a stage shows unless the story asks for more. */
const usual = 5000;

/** The most that a story can ask for: more would be nearer to each other than two pixels on a phone. */
const most = 20_000;

/** How many reports a dot stands for: the smallest of 1, 2, 5, 10, 20, 50, … that keeps the dots to 5,000. */
export function defaultDot(count: number): number {
  return smallestDot(count, usual);
}

/** Reports a dot that stands for so few reports that there are too many dots to be drawn. */
export function checkDot({ settings, passage }: ReadFrontMatter, context: StoryContext): void {
  const { tree, language } = context;
  const dot = settings.value?.dot;
  if (dot === undefined || tree === null) return;
  const { count } = figureOf(tree, tree.root);
  const dots = Math.round(count / dot);
  if (dots <= most) return;
  report(context, passage, {
    rule: "story/front-matter",
    ...settings.rangeAt(["dot"]),
    message: `These are ${language.count(dots)} dots, and a picture can have ${language.count(most)}`,
    hint: `write "dot: ${smallestDot(count, most)}", or leave it out`,
  });
}

function smallestDot(count: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((each) => Math.ceil(count / (each * power)) <= most);
    if (step !== undefined) return step * power;
  }
}
