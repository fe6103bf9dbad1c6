import { type FramedProblem, frameOf, frameProblems } from "../diagnostics/framed.ts";
import { formatTerminal } from "../diagnostics/terminal.ts";
import { readFiles } from "./files.ts";
import { keepLastGood, type ShownSite } from "./last-good.ts";
import { glossaryFile, siteFile } from "./settings-files.ts";
import { loadSite } from "./site.ts";
import { listStories } from "./stories.ts";

/** A site as it is while someone writes it. */
export interface Preview {
  /** What the pages are made from. */
  readonly shown: ShownSite;
  /** The stories that have a file. */
  readonly slugs: readonly string[];
  readonly problems: readonly FramedProblem[];
  /** What `check` would print, with the lines around each problem. */
  readonly report: string;
}

export const emptyPreview: Preview = {
  shown: { site: null, stories: [] },
  slugs: [],
  problems: [],
  report: "",
};

/** Reads the site below a root, after it was `last` read. Never rejects: what can't be read is a problem. */
export async function readPreview(root: string, last: Preview, color: boolean): Promise<Preview> {
  try {
    const files = await readFiles(root);
    const loaded = loadSite(files);
    const slugs = listStories(files.keys(), [siteFile, glossaryFile], []).map(({ slug }) => slug);
    return {
      shown: keepLastGood(last.shown, loaded, slugs),
      slugs,
      problems: frameProblems(loaded.diagnostics, files),
      report: formatTerminal(loaded.diagnostics, { color, frameOf: (problem) => frameOf(problem, files) }),
    };
  } catch (error) {
    // A file that may not be opened, say. The next change tries again.
    const message = error instanceof Error ? error.message : String(error);
    const hint = "mend that, and save any file of the site";
    const problem = { severity: "error", rule: "", message, hint, place: "", frame: "" } as const;
    return { ...last, problems: [problem], report: `${message}\nhint: ${hint}` };
  }
}
