import type { Site, Story } from "../story/types.ts";
import { absoluteAddress, storyAddress } from "./addresses.ts";
import { lastChange } from "./last-change.ts";
import { element, xmlFile } from "./xml.ts";

/** The addresses that search engines should know. With one story the front page is that story, and not listed. */
export function buildSitemap(site: Site, stories: readonly Story[]): string {
  const front = stories.length === 1 ? [] : [element("url", {}, [element("loc", {}, site.url)])];
  const pages = stories.map((story) => {
    const changed = lastChange(story);
    const lastmod = changed === null ? [] : [element("lastmod", {}, changed)];
    return element("url", {}, [element("loc", {}, storyAddress(site, story)), ...lastmod]);
  });
  const namespace = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };
  return xmlFile(element("urlset", namespace, [...front, ...pages]));
}

/** Everything may be read by everyone. Crawlers look for this file at the root of the host alone. */
export function buildRobots(site: Site): string {
  // eslint-disable-next-line site/reader-words -- crawlers read it
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress(site, "sitemap.xml")}\n`;
}
