import type { Story } from "../story/types.ts";

/** The stories that readers see, newest first; drafts only where they are asked for. */
export function shownStories<S extends Story>(stories: readonly S[], drafts: boolean): S[] {
  return stories.filter((story) => drafts || !story.draft).toSorted(newestFirst);
}

function newestFirst(a: Story, b: Story): number {
  return (b.published ?? "").localeCompare(a.published ?? "", "en") || a.slug.localeCompare(b.slug, "en");
}
