import { languageOf } from "../language/languages.ts";
import type { Site } from "../story/types.ts";
import { formatLedger, type StoryWithLedger } from "../views/ledger/ledger.ts";
import { moves, pageDataOf } from "../views/page-data.ts";
import { buildDataPackage } from "./data-package.ts";
import { buildFeed } from "./feed.ts";
import { buildFiguresCsv } from "./figures-csv.ts";
import { buildHeadersFile } from "./headers-file.ts";
import { siteOutputs, storyOutputs, type TextOf } from "./outputs.ts";
import type { Sheets } from "./policy.ts";
import { buildRobots, buildSitemap } from "./sitemap.ts";

/** A file of the published site. */
export interface PublishedFile {
  /** Below the site's folder, without a leading slash. */
  readonly path: string;
  readonly body: string;
}

type Stories = readonly StoryWithLedger[];

/** What the files of a site say; `finished` are the stories that are no drafts. */
const siteTexts: Record<
  TextOf<typeof siteOutputs>,
  (site: Site, finished: Stories, sheets: Sheets) => string
> = {
  feed: buildFeed,
  sitemap: buildSitemap,
  robots: buildRobots,
  headers: (_site, finished, sheets) => buildHeadersFile(finished, sheets),
};

/** What the files of a story say; null where it has none of that kind. */
const storyTexts: Record<
  TextOf<typeof storyOutputs>,
  (site: Site, story: StoryWithLedger) => string | null
> = {
  figures: (_site, { tree }) => buildFiguresCsv(tree),
  dataPackage: (site, story) => buildDataPackage(site, story, buildFiguresCsv(story.tree)),
  ledger: (_site, { ledger }) => formatLedger(ledger),
  pageData: (site, story) => (moves(story) ? JSON.stringify(pageDataOf(story, languageOf(site))) : null),
};

/**
 * Every file of the site that is text and no page. The stories come newest first; drafts, which only the preview
 * has, are in no list.
 */
export function listTextFiles(site: Site, stories: Stories, sheets: Sheets): PublishedFile[] {
  const finished = stories.filter(({ draft }) => !draft);
  const ofSite = namesOf(siteTexts).map((name) => ({
    path: siteOutputs[name].path,
    body: siteTexts[name](site, finished, sheets),
  }));
  const ofStories = stories.flatMap((story) =>
    namesOf(storyTexts).flatMap((name) => {
      const body = storyTexts[name](site, story);
      return body === null ? [] : [{ path: `${story.slug}/${storyOutputs[name].path}`, body }];
    }),
  );
  return [...ofSite, ...ofStories];
}

function namesOf<Name extends string>(texts: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(texts) as Name[];
}
