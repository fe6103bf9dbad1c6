import type { Story } from "../story/types.ts";
import { hashedFolder, type Output, siteOutputs, storyOutputs } from "./outputs.ts";
import { commonHeaders, type Header, headersOf, type Sheets } from "./policy.ts";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. No two rules set the same header for one path: Cloudflare
 * would join the values with a comma, and Netlify keep one of them. So pages are listed one by one, and files by name. Cloudflare reads
 * a hundred rules: what matters most comes first, and a page beyond them still has the policy of its `<meta>`.
 */
export function buildHeadersFile(stories: readonly Story[], sheets: Sheets): string {
  const page = headersOf("page", sheets);
  const sharePages = stories.flatMap(({ slug, scenes }) =>
    scenes.map(({ id }) => formatRule(`/${slug}/${id}/`, page)),
  );
  return [
    formatRule("/*", commonHeaders),
    formatRule(`/${hashedFolder}*`, headersOf("hashed", sheets)),
    ...[siteOutputs.front, siteOutputs.notFound].map(({ path }) => formatRule(`/${path}`, page)),
    ...Object.values(storyOutputs)
      .filter(isFile)
      .map(({ path, surface }) => formatRule(`/*/${path}`, headersOf(surface, sheets))),
    ...Object.values(siteOutputs)
      .filter(({ by }) => by === "text")
      .map(({ path }) => formatRule(`/${path}`, page)),
    ...stories.flatMap(({ slug }) =>
      Object.values(storyOutputs)
        .filter((output) => !isFile(output))
        .map(({ path, surface }) => formatRule(`/${slug}/${path}`, headersOf(surface, sheets))),
    ),
    ...sharePages,
  ].join("\n");
}

/** A file has a name that no page has, so that one rule serves all stories. */
function isFile({ path }: Output): boolean {
  return path !== "" && !path.endsWith("/");
}

function formatRule(path: string, headers: readonly Header[]): string {
  return [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ""].join("\n");
}
