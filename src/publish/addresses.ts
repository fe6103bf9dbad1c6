import type { Site, Story } from "../story/types.ts";

/** The absolute address of what lies at a path below the site: `facebook-reports/card.png`. */
export function absoluteAddress(site: Site, path: string): string {
  return new URL(path, site.url).href;
}

/** The absolute address of a story, which is also its name in feeds. */
export function storyAddress(site: Site, story: Story): string {
  return absoluteAddress(site, `${story.slug}/`);
}
