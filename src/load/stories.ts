import { parseDocument } from "yaml";
import type { Diagnostic } from "../diagnostics/types.ts";
import { slugOf } from "../story/slug.ts";
import { atStart, mostBytes } from "./text.ts";

/** A file of `content/` that holds a story. */
export interface StoryFile {
  readonly file: string;
  /** The story's address is `/<slug>/`. */
  readonly slug: string;
}

/** What the build keeps of each published story. */
const keptLedger = /^content\/[a-z0-9-]+\.ledger\.json$/;

/** The story files among the paths of a site; any other file in `content/` but the settings is reported. */
export function listStories(
  paths: Iterable<string>,
  settings: readonly string[],
  diagnostics: Diagnostic[],
): StoryFile[] {
  return [...paths].flatMap((file) => {
    if (!file.startsWith("content/") || settings.includes(file) || keptLedger.test(file)) return [];
    const [, slug] = /^content\/([a-z0-9][a-z0-9-]*)\.md$/.exec(file) ?? [];
    if (slug !== undefined) return [{ file, slug }];
    const name = file.slice("content/".length);
    const message = `"${name}" can't be the name of a story's file`;
    const suggestion = `${slugOf(name.replace(/^.*\//, "").replace(/\.[^.]*$/, ""))}.md`;
    const hint = `name it after its address, in lower-case letters, digits and hyphens: content/${suggestion}`;
    diagnostics.push(atStart(file, "story/file-name", message, hint));
    return [];
  });
}

/** Whether a story's front matter says that it is a draft, told without parsing the story. */
export function isDraft(bytes: Uint8Array | undefined): boolean {
  const text = new TextDecoder().decode(bytes?.subarray(0, mostBytes));
  const [, settings = ""] = /^---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(text) ?? [];
  return parseDocument(settings, { logLevel: "silent" }).get("draft") === true;
}
