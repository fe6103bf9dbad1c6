import { site, stories } from "virtual:site";
import type { Site } from "../story/types.ts";
import type { StoryWithLedger } from "../views/ledger/ledger.ts";
import { shownStories } from "./shown-stories.ts";

export interface ShownSite {
  readonly site: Site;
  /** Newest first; drafts only where they are asked for. */
  readonly stories: readonly StoryWithLedger[];
}

/** What the pages show. Throws where the site's settings can't be read, which the preview says before any page does. */
export function loadedSite(drafts: boolean): ShownSite {
  if (site === null) throw new Error("content/site.yaml can't be read");
  return { site, stories: shownStories(stories, drafts) };
}
