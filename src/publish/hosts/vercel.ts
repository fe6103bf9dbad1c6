import { commonHeaders, type Header, headersOf, type Sheets } from "../policy.ts";

/** `vercel.json`. No two rules set the same header for one path. */
export function vercelConfig(sheets: Sheets): string {
  const headers = [
    rule("/(.*)", commonHeaders),
    rule(String.raw`/((?!.*_astro/|.*embed/$|.*story\.html$|.*card\.png$).*)`, headersOf("page", sheets)),
    rule("/(.*)embed/", headersOf("embed", sheets)),
    rule(String.raw`/(.*)story\.html`, headersOf("archive", sheets)),
    rule(String.raw`/(.*)card\.png`, headersOf("card", sheets)),
    rule("/(.*)_astro/(.*)", headersOf("hashed", sheets)),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

function rule(source: string, headers: readonly Header[]): object {
  return { source, headers: headers.map(([key, value]) => ({ key, value })) };
}
