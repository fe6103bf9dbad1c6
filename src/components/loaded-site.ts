import { resolve } from "node:path";
import { AstroError } from "astro/errors";
import type { Diagnostic } from "../diagnostics/types.ts";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import type { Site, Story } from "../story/types.ts";

export interface LoadedSite {
  readonly site: Site;
  /** Newest first; drafts only in the preview. */
  readonly stories: readonly Story[];
}

/** The first error in the form that Astro shows over the page, with the place in the file and the way out. */
function toAstroError(first: Diagnostic, others: number, root: string): AstroError {
  const more = others === 0 ? "" : ` (and ${others} more: see npm run check)`;
  const error = new AstroError(first.message + more, first.hint ?? undefined);
  const { line, column } = first.span.start;
  return Object.assign(error, {
    name: "StoryError",
    title: first.rule,
    loc: { file: resolve(root, first.file), line, column },
  });
}

/**
 * Reads and checks content/ and data/ below a root: the folder that the command runs in, unless another is named.
 * Throws an AstroError at the place of the first error, if there is any: no page is made from a faulty story.
 */
export async function loadedSite(drafts: boolean, root = process.cwd()): Promise<LoadedSite> {
  const { site, stories, diagnostics } = loadSite(await readFiles(root));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw toAstroError(errors[0], errors.length - 1, root);
  if (site === null) throw new AstroError("content/site.yaml could not be read");
  const shown = stories.filter((story) => drafts || !story.draft);
  const newestFirst = (a: Story, b: Story) =>
    (b.published ?? "").localeCompare(a.published ?? "", "en") || a.slug.localeCompare(b.slug, "en");
  return { site, stories: shown.toSorted(newestFirst) };
}
