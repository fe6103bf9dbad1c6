import { site, stories } from "virtual:site";
import type { Site, Story } from "../story/types.ts";
import { shownStories } from "./shown-stories.ts";

export interface LoadedSite {
  readonly site: Site;
  /** Newest first; drafts only where they are asked for. */
  readonly stories: readonly Story[];
}

/** What the pages show. Throws where the site's settings can't be read, which the preview says before any page does. */
export function loadedSite(drafts: boolean): LoadedSite {
  if (site === null) throw new Error("content/site.yaml can't be read");
  return { site, stories: shownStories(stories, drafts) };
}
