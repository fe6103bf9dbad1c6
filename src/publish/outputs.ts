import type { Surface } from "./policy.ts";

/** A page or file that is published, below what it belongs to: the site, a story or a scene. */
export interface Output {
  /** "" is its own page; other pages end with a slash. */
  readonly path: string;
  readonly surface: Exclude<Surface, "hashed">;
  /** A route of src/pages/ makes it, the build adds it to what the routes made, or text-files.ts writes it. */
  readonly by: "route" | "build" | "text";
  /** Whether stories can link to it: not to what is there for programs alone. */
  readonly isForReaders: boolean;
}

/** What every site has. */
export const siteOutputs = {
  front: { path: "", surface: "page", by: "route", isForReaders: true },
  notFound: { path: "404.html", surface: "page", by: "route", isForReaders: false },
  feed: { path: "feed.xml", surface: "page", by: "text", isForReaders: true },
  sitemap: { path: "sitemap.xml", surface: "page", by: "text", isForReaders: true },
  robots: { path: "robots.txt", surface: "page", by: "text", isForReaders: false },
  headers: { path: "_headers", surface: "page", by: "text", isForReaders: false },
} as const satisfies Record<string, Output>;

/** What each story has. */
export const storyOutputs = {
  story: { path: "", surface: "page", by: "route", isForReaders: true },
  embed: { path: "embed/", surface: "embed", by: "route", isForReaders: true },
  archive: { path: "story.html", surface: "archive", by: "build", isForReaders: true },
  card: { path: "card.png", surface: "card", by: "route", isForReaders: true },
  figures: { path: "figures.csv", surface: "page", by: "text", isForReaders: true },
  dataPackage: { path: "datapackage.json", surface: "page", by: "text", isForReaders: true },
  ledger: { path: "ledger.json", surface: "page", by: "text", isForReaders: true },
  pageData: { path: "page.json", surface: "page", by: "text", isForReaders: false },
} as const satisfies Record<string, Output>;

/** What each scene has, in a folder of its own below its story's. */
export const sceneOutputs = {
  share: { path: "", surface: "page", by: "route", isForReaders: true },
  card: { path: "card.png", surface: "card", by: "route", isForReaders: true },
} as const satisfies Record<string, Output>;

/** Where what is made by the bundler lies, below the site. */
export const hashedFolder = "_astro/";

/** The names of the outputs in a list that text-files.ts writes. */
export type TextOf<Outputs extends Readonly<Record<string, Output>>> = {
  [Name in keyof Outputs]: Outputs[Name]["by"] extends "text" ? Name : never;
}[keyof Outputs];

/** How the addresses of all that has other headers than a page end: `embed/`, `story.html`. */
export function endingsBySurface(): readonly (readonly [Surface, ending: string])[] {
  const outputs: readonly Output[] = [siteOutputs, storyOutputs, sceneOutputs].flatMap((list) =>
    Object.values<Output>(list),
  );
  const others = outputs.filter(({ surface }) => surface !== "page");
  return [...new Map(others.map(({ surface, path }) => [path, [surface, path] as const])).values()];
}
