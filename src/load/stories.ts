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

/** The address of the page that hosts show for missing ones: no story can have it. */
const missingPage = "404";

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
    if (slug !== undefined && slug !== missingPage) return [{ file, slug }];
    const name = file.slice("content/".length);
    const message = `"${name}" can't be the name of a story's file`;
    diagnostics.push(atStart(file, "story/file-name", message, betterName(file, settings)));
    return [];
  });
}

/** What to call a file of `content/` instead: one of the settings where it has all of that one's name but the ending. */
function betterName(file: string, settings: readonly string[]): string {
  const stem = file.replace(/\.[^./]*$/, "");
  if (stem === `content/${missingPage}`)
    return "this is the name of the page for missing addresses: choose another";
  const meant = settings.find((path) => /\.ya?ml$/i.test(file) && path === `${stem.toLowerCase()}.yaml`);
  if (meant !== undefined) return `name it ${meant}`;
  const isText = /\.(?:md|mdx|markdown|txt|ya?ml)$|\/[^.]*$/i.test(file);
  if (!isText) return "only stories stand in content/: a picture, or a file to download, goes in public/";
  const slug = slugOf(stem.replace(/^.*\//, ""));
  return `name it after its address, in lower-case letters, digits and hyphens: content/${slug}.md`;
}

/** Whether a story's front matter says that it is a draft, told without parsing the story. */
export function isDraft(bytes: Uint8Array | undefined): boolean {
  const text = new TextDecoder().decode(bytes?.subarray(0, mostBytes));
  const [, settings = ""] = /^---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(text) ?? [];
  return parseDocument(settings, { logLevel: "silent" }).get("draft") === true;
}
