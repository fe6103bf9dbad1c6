import type { Site } from "../story/types.ts";
import type { StoryWithLedger } from "../views/ledger/ledger.ts";
import type { LoadedSite } from "./site.ts";

/** What the pages are made from. */
export interface ShownSite {
  readonly site: Site | null;
  readonly stories: readonly StoryWithLedger[];
}

/**
 * While a site is written, what it shows now: of what has errors, the last version that had none. A story that
 * never had a version without errors is not there, nor is one whose file is gone.
 * @param slugs the stories that there are files of
 */
export function keepLastGood(last: ShownSite, now: LoadedSite, slugs: readonly string[]): ShownSite {
  const find = ({ stories }: ShownSite, slug: string) => stories.find((story) => story.slug === slug);
  return {
    site: now.site ?? last.site,
    stories: slugs.flatMap((slug) => find(now, slug) ?? find(last, slug) ?? []),
  };
}
