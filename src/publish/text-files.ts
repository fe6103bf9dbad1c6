import { languageOf } from "../language/languages.ts";
import type { Site } from "../story/types.ts";
import { formatLedger, type StoryWithLedger } from "../views/ledger/ledger.ts";
import { pageDataOf, pageDataPath } from "../views/page-data.ts";
import { buildDataPackage } from "./data-package.ts";
import { buildFeed } from "./feed.ts";
import { buildFiguresCsv } from "./figures-csv.ts";
import { buildHeadersFile } from "./headers-file.ts";
import type { Sheets } from "./policy.ts";
import { buildRobots, buildSitemap } from "./sitemap.ts";

/** A file of the published site. */
export interface PublishedFile {
  /** Below the site's folder, without a leading slash. */
  readonly path: string;
  readonly body: string;
}

/**
 * Every file of the site that is text and no page. The stories come newest first; drafts, which only the preview
 * has, are in no list.
 */
export function listTextFiles(
  site: Site,
  stories: readonly StoryWithLedger[],
  sheets: Sheets,
): PublishedFile[] {
  const finished = stories.filter(({ draft }) => !draft);
  return [
    { path: "_headers", body: buildHeadersFile(finished, sheets) },
    { path: "feed.xml", body: buildFeed(site, finished) },
    { path: "robots.txt", body: buildRobots(site) },
    { path: "sitemap.xml", body: buildSitemap(site, finished) },
    ...stories.flatMap((story) => listStoryFiles(site, story)),
  ];
}

function listStoryFiles(site: Site, story: StoryWithLedger): PublishedFile[] {
  const csv = buildFiguresCsv(story.tree);
  const data = pageDataPath(story);
  return [
    { path: `${story.slug}/figures.csv`, body: csv },
    { path: `${story.slug}/datapackage.json`, body: buildDataPackage(site, story, csv) },
    { path: `${story.slug}/ledger.json`, body: formatLedger(story.ledger) },
    ...(data === null ? [] : [{ path: data, body: JSON.stringify(pageDataOf(story, languageOf(site))) }]),
  ];
}
