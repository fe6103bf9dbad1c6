import type { Story } from "../story/types.ts";
import { commonHeaders, type Header, headersOf } from "./policy.ts";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. No two rules set the same header for one path: Cloudflare
 * would join the values with a comma, and Netlify keep one of them. So pages are listed one by one. Cloudflare reads
 * a hundred rules: what matters most comes first, and a page beyond them still has the policy of its `<meta>`.
 */
export function buildHeadersFile(stories: readonly Story[]): string {
  const page = headersOf("page");
  const sharePages = stories.flatMap(({ slug, blocks }) =>
    blocks
      .flatMap((block) => (block.type === "stage" ? block.scenes : []))
      .map(({ id }) => formatRule(`/${slug}/${id}/`, page)),
  );
  return [
    formatRule("/*", commonHeaders),
    formatRule("/_astro/*", headersOf("hashed")),
    formatRule("/", page),
    ...stories.flatMap(({ slug }) => [
      formatRule(`/${slug}/`, page),
      formatRule(`/${slug}/embed/`, headersOf("embed")),
      formatRule(`/${slug}/story.html`, headersOf("archive")),
    ]),
    formatRule("/*/card.png", headersOf("card")),
    formatRule("/404.html", page),
    ...sharePages,
  ].join("\n");
}

function formatRule(path: string, headers: readonly Header[]): string {
  return [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ""].join("\n");
}
