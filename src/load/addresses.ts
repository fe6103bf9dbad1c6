import type { StoryFile } from "./stories.ts";

/** What is published beside each story. */
const besideStory = ["", "figures.csv", "datapackage.json", "ledger.json", "story.html", "embed/"];

/** What every site has. */
const ofSite = ["/", "/feed.xml", "/sitemap.xml"];

/** Every address of the site that a story can link to, from the site's root: pages, and files of `public/`. */
export function listAddresses(paths: Iterable<string>, stories: readonly StoryFile[]): ReadonlySet<string> {
  const ofStories = stories.flatMap(({ slug }) => besideStory.map((path) => `/${slug}/${path}`));
  const ofFiles = [...paths]
    .filter((path) => path.startsWith("public/"))
    .map((path) => path.slice("public".length));
  return new Set([...ofSite, ...ofStories, ...ofFiles]);
}
