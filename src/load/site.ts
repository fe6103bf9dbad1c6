import { sortDiagnostics } from "../diagnostics/sort.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { defaultLocale, languageOf } from "../language/languages.ts";
import { readFigures } from "../outcomes/read.ts";
import type { FigureTree } from "../outcomes/types.ts";
import { checkCorrections } from "../views/ledger/corrections.ts";
import { buildLedger, type StoryWithLedger } from "../views/ledger/ledger.ts";
import { fragmentsIn } from "../story/links.ts";
import { parseStory } from "../story/parse-story.ts";
import type { Site } from "../story/types.ts";
import { listAddresses } from "./addresses.ts";
import { glossaryFile, readGlossary, readSite, siteFile } from "./settings-files.ts";
import { isDraft, listStories } from "./stories.ts";
import { readText } from "./text.ts";

/** A whole site as its files have it. */
export interface LoadedSite {
  /** Null where `content/site.yaml` has problems. */
  readonly site: Site | null;
  /** The stories without errors, drafts included, by slug. */
  readonly stories: StoryWithLedger[];
  /** Every problem of every file, in reading order. */
  readonly diagnostics: Diagnostic[];
}

/** Reads a site from its files (see `readFiles`). Never throws: what is wrong is in the diagnostics. */
export function loadSite(files: ReadonlyMap<string, Uint8Array>): LoadedSite {
  const diagnostics: Diagnostic[] = [];
  const site = readSite(files, diagnostics);
  const glossary = readGlossary(files, diagnostics);
  const figures = readAllFigures(files, diagnostics);
  const found = listStories(files.keys(), [siteFile, glossaryFile], diagnostics);
  const addresses = listAddresses(files, found);
  const drafts = new Set(found.filter(({ file }) => isDraft(files.get(file))));
  const withoutDrafts = listAddresses(
    files,
    found.filter((story) => !drafts.has(story)),
  );
  const language = languageOf(site ?? { locale: defaultLocale });

  const written = found.flatMap((story) => {
    const text = readText(
      story.file,
      files.get(story.file) ?? new Uint8Array(),
      "story/file-name",
      diagnostics,
    );
    return text === null ? [] : { ...story, text, isDraft: drafts.has(story) };
  });
  const fragments = new Set(written.flatMap(({ text }) => fragmentsIn(text)));
  const stories = written.flatMap(({ file, slug, text, isDraft }) => {
    const reachable = isDraft ? addresses : withoutDrafts;
    const read = parseStory({
      file,
      slug,
      text,
      figures,
      language,
      glossary,
      addresses,
      reachable,
      fragments,
    });
    for (const problem of read.diagnostics) diagnostics.push(problem);
    return read.story ? { ...read.story, ledger: buildLedger(read.story, language) } : [];
  });
  const published = stories.filter(({ draft }) => !draft);
  diagnostics.push(...published.flatMap((story) => checkCorrections(story, files, language)));
  return { site, stories, diagnostics: sortDiagnostics(diagnostics) };
}

/** The trees of all the files in `data/`, also of those that no story uses; null for those with problems. */
function readAllFigures(
  files: ReadonlyMap<string, Uint8Array>,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, FigureTree | null> {
  const trees = new Map<string, FigureTree | null>();
  for (const [file, bytes] of files) {
    if (!/^data\/.*\.csv$/.test(file)) continue;
    const read = readFigures(file, bytes);
    diagnostics.push(...read.diagnostics);
    trees.set(file, read.tree);
  }
  return trees;
}
