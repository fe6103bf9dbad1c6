import type { Preview } from "./preview.ts";

/**
 * The page that stands in for one that can't be made, since what it needs never was without errors; null where the
 * page can be made. The problems themselves are shown over it.
 */
export function problemPage({ shown, slugs }: Preview, url: string): string | null {
  const [, slug] = /^\/([^/?#]+)/.exec(url) ?? [];
  const isStory = slug !== undefined && slugs.includes(slug);
  const missing = isStory && !shown.stories.some((story) => story.slug === slug);
  if (shown.site !== null && !missing) return null;
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Not to be shown yet</title>
<h1>This page can't be shown yet</h1>
<p>It appears here as soon as its problems are mended. The terminal lists them too.</p>
<script type="module" src="/@vite/client"></script>
<script type="module" src="/src/browser/problems.ts"></script>
</html>
`;
}
