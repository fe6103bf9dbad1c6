import type { Story } from "../story/types.ts";
import { commonHeaders, type Header, headersOf, type Sheets } from "./policy.ts";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. No two rules set the same header for one path: Cloudflare
 * would join the values with a comma, and Netlify keep one of them. So pages are listed one by one. Cloudflare reads
 * a hundred rules: what matters most comes first, and a page beyond them still has the policy of its `<meta>`.
 */
export function buildHeadersFile(stories: readonly Story[], sheets: Sheets): string {
  const page = headersOf("page", sheets);
  const sharePages = stories.flatMap(({ slug, scenes }) =>
    scenes.map(({ id }) => formatRule(`/${slug}/${id}/`, page)),
  );
  return [
    formatRule("/*", commonHeaders),
    formatRule("/_astro/*", headersOf("hashed", sheets)),
    formatRule("/", page),
    ...stories.flatMap(({ slug }) => [
      formatRule(`/${slug}/`, page),
      formatRule(`/${slug}/embed/`, headersOf("embed", sheets)),
      formatRule(`/${slug}/story.html`, headersOf("archive", sheets)),
    ]),
    formatRule("/*/card.png", headersOf("card", sheets)),
    formatRule("/404.html", page),
    ...sharePages,
  ].join("\n");
}

function formatRule(path: string, headers: readonly Header[]): string {
  return [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ""].join("\n");
}
