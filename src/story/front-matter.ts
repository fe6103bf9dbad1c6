import type { Root } from "mdast";
import type { z } from "zod";
import { report, type StoryContext } from "./context.ts";
import { type Passage, stretchOf } from "./passage.ts";
import { date, flag, keys, listOf, text, webAddress, wholeNumber } from "./schema.ts";
import { readSettings, type Settings, textStart } from "./settings.ts";

const frontMatter = keys({
  title: text,
  dek: text,
  data: text,
  source: keys({
    name: text,
    publisher: text,
    period: text,
    url: webAddress.optional(),
    note: text.optional(),
  }),
  byline: text.optional(),
  published: date.optional(),
  updated: date.optional(),
  noun: keys({ one: text, many: text }).optional(),
  caveat: text.optional(),
  corrections: listOf(keys({ date, text, figures: listOf(text).optional() })).optional(),
  draft: flag.optional(),
  dot: wholeNumber.optional(),
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
