import { endingsBySurface, hashedFolder } from "../outputs.ts";
import { commonHeaders, type Header, headersOf, type Sheets } from "../policy.ts";

/** `vercel.json`. No two rules set the same header for one path. */
export function vercelConfig(sheets: Sheets): string {
  const others = endingsBySurface().map(
    ([surface, ending]) => [surface, ending.replaceAll(".", String.raw`\.`)] as const,
  );
  const headers = [
    rule("/(.*)", commonHeaders),
    rule(
      `/((?!.*${hashedFolder}|${others.map(([, pattern]) => `.*${pattern}$`).join("|")}).*)`,
      headersOf("page", sheets),
    ),
    ...others.map(([surface, pattern]) => rule(`/(.*)${pattern}`, headersOf(surface, sheets))),
    rule(`/(.*)${hashedFolder}(.*)`, headersOf("hashed", sheets)),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

function rule(source: string, headers: readonly Header[]): object {
  return { source, headers: headers.map(([key, value]) => ({ key, value })) };
}
