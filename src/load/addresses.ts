import type { StoryFile } from "./stories.ts";
import { mostBytes } from "./text.ts";

/** What is published beside each story. */
const besideStory = [
  "",
  "figures.csv",
  "datapackage.json",
  "ledger.json",
  "story.html",
  "embed/",
  "card.png",
];

/** What every site has. */
const ofSite = ["/", "/feed.xml", "/sitemap.xml"];

/** Every address of the site that a story can link to, from the site's root: pages, and files of `public/`. */
export function listAddresses(
  files: ReadonlyMap<string, Uint8Array>,
  stories: readonly StoryFile[],
): ReadonlySet<string> {
  const ofStories = stories.flatMap(({ file, slug }) => {
    const ofScenes = sceneIds(files.get(file)).flatMap((id) => [`${id}/`, `${id}/card.png`]);
    return [...besideStory, ...ofScenes].map((path) => `/${slug}/${path}`);
  });
  const ofFiles = [...files.keys()]
    .filter((path) => path.startsWith("public/"))
    .map((path) => path.slice("public".length));
  return new Set([...ofSite, ...ofStories, ...ofFiles]);
}

/** The ids of a story's scenes, told without parsing it: stories that link to each other are read in any order. */
function sceneIds(bytes: Uint8Array | undefined): string[] {
  const text = new TextDecoder().decode(bytes?.subarray(0, mostBytes));
  return [...text.matchAll(/^ {0,3}:{3,}scene\{[^}\n]*?(?:#|\bid=["']?)([\w-]+)/gm)].map(([, id]) => id);
}
