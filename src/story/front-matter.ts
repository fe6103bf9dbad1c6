import type { Root } from "mdast";
import type { z } from "zod";
import { report, type StoryContext } from "./context.ts";
import { type Passage, stretchOf } from "./passage.ts";
import { date, flag, keys, listOf, text, webAddress, wholeNumber } from "./schema.ts";
import { readSettings, type Settings, textStart } from "./settings.ts";

export const frontMatter = keys({
  title: text.describe("The headline. Takes inline directives: What became of :n[reports] reports"),
  dek: text.describe("One or two sentences under the headline. Takes inline directives"),
  data: text.describe("A file in data/, such as library-loans.csv"),
  source: keys({
    name: text.describe("What the figures are, and who reported them"),
    publisher: text.describe("Who published them"),
    period: text.describe("The time that they cover"),
    url: webAddress.describe("Where they can be read").optional(),
    note: text.describe("What a reader should know of the source. Takes inline directives").optional(),
  }).describe("Where the figures come from"),
  byline: text.describe("Who wrote the story").optional(),
  published: date.describe("The day it is published: 2016-02-06").optional(),
  updated: date.describe("The day of its last change: 2016-02-06").optional(),
  noun: keys({ one: text.describe("One of them: loan"), many: text.describe("Several: loans") })
    .describe("What one dot is; report and reports if left out")
    .optional(),
  caveat: text
    .describe("Stands under every picture; needed where a figure and its parts count different things")
    .optional(),
  corrections: listOf(
    keys({
      date: date.describe("The day of the correction: 2016-02-06"),
      text: text.describe("What was wrong, and what is right"),
      figures: listOf(text).describe("The ids of the figures that changed").optional(),
    }),
  )
    .describe("What was put right since it was published")
    .optional(),
  draft: flag.describe("true: in the preview only").optional(),
  dot: wholeNumber.describe("How many one dot stands for; worked out if left out").optional(),
});

export type FrontMatter = z.infer<typeof frontMatter>;

/** The front matter of a story, and the passage that its places are in. */
export interface ReadFrontMatter {
  readonly settings: Settings<FrontMatter>;
  readonly passage: Passage;
  /** Offset in the file at which the story's text starts. */
  readonly end: number;
}

/** Reads the front matter at the head of a file; null, and reported, where there is none. */
export function readFrontMatter(
  root: Root,
  file: Passage,
  context: Pick<StoryContext, "file" | "diagnostics">,
): ReadFrontMatter | null {
  const [node] = root.children;
  if (node?.type !== "yaml" || !node.position) {
    const unclosed = /^---[ \t]*\r?\n/.test(file.text);
    const message = unclosed ? "The front matter is never closed" : "This story has no front matter";
    const hint = unclosed
      ? 'put a line "---" after its last key'
      : 'start the file with a line "---", the keys title, dek, data and source, and a line "---"';
    const end = file.text.search(/\r?\n|$/);
    report(context, file, { rule: "story/front-matter", start: 0, end, message, hint });
    return null;
  }
  const end = node.position.end.offset ?? 0;
  const first = file.text.indexOf("\n") + 1;
  const passage = stretchOf(file, first, Math.max(first, file.text.lastIndexOf("---", end)));
  const settings = readSettings(passage, frontMatter);
  for (const problem of settings.problems) {
    // What the whole of it lacks is told at the line that opens it.
    const [place, range] = problem.end === textStart.end ? [file, { start: 0, end: 3 }] : [passage, {}];
    report(context, place, { rule: "story/front-matter", ...problem, ...range });
  }
  return { settings, passage, end };
}
