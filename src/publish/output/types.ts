import type { Site } from "../../story/types.ts";

/** The built site, before it is put in its place. */
export interface Output {
  readonly site: Site;
  /** What is in each file, by its path below the site's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The slugs of the stories that are not to be published yet. */
  readonly drafts: readonly string[];
  /** Paths of the machine that builds, each with a slash at its end, which no file may mention. */
  readonly machinePaths: readonly string[];
}

/** Something in the built site that must not go out. */
export interface Fault {
  readonly file: string;
  readonly message: string;
}
