import { commonHeaders, type Header, headersOf } from "../policy.ts";

/** `vercel.json`. No two rules set the same header for one path. */
export function vercelConfig(): string {
  const headers = [
    rule("/(.*)", commonHeaders),
    rule(String.raw`/((?!.*_astro/|.*embed/$|.*story\.html$|.*card\.png$).*)`, headersOf("page")),
    rule("/(.*)embed/", headersOf("embed")),
    rule(String.raw`/(.*)story\.html`, headersOf("archive")),
    rule(String.raw`/(.*)card\.png`, headersOf("card")),
    rule("/(.*)_astro/(.*)", headersOf("hashed")),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

function rule(source: string, headers: readonly Header[]): object {
  return { source, headers: headers.map(([key, value]) => ({ key, value })) };
}
