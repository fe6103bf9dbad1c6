import { type Output, sceneOutputs, siteOutputs, storyOutputs } from "../publish/outputs.ts";
import type { StoryFile } from "./stories.ts";
import { mostBytes } from "./text.ts";

/** Every address of the site that a story can link to, from the site's root: pages, and files of `public/`. */
export function listAddresses(
  files: ReadonlyMap<string, Uint8Array>,
  stories: readonly StoryFile[],
): ReadonlySet<string> {
  const ofStories = stories.flatMap(({ file, slug }) => {
    const ofScenes = sceneIds(files.get(file)).flatMap((id) =>
      pathsForReaders(sceneOutputs).map((path) => `${id}/${path}`),
    );
    return [...pathsForReaders(storyOutputs), ...ofScenes].map((path) => `/${slug}/${path}`);
  });
  const ofFiles = [...files.keys()]
    .filter((path) => path.startsWith("public/"))
    .map((path) => path.slice("public".length));
  const ofSite = pathsForReaders(siteOutputs).map((path) => `/${path}`);
  return new Set([...ofSite, ...ofStories, ...ofFiles]);
}

function pathsForReaders(outputs: Readonly<Record<string, Output>>): string[] {
  return Object.values(outputs)
    .filter(({ isForReaders }) => isForReaders)
    .map(({ path }) => path);
}

/** The ids of a story's scenes, told without parsing it: stories that link to each other are read in any order. */
function sceneIds(bytes: Uint8Array | undefined): string[] {
  const text = new TextDecoder().decode(bytes?.subarray(0, mostBytes));
  return [...text.matchAll(/^ {0,3}:{3,}scene\{[^}\n]*?(?:#|\bid=["']?)([\w-]+)/gm)].map(([, id]) => id);
}
