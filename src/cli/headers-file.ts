/** What a `_headers` file sets for the paths that fit a pattern, in which `*` stands for anything. */
export interface HeaderRule {
  readonly pattern: string;
  /** In the file's order. `! Name`, which takes a header away, has the value null. */
  readonly headers: readonly (readonly [name: string, value: string | null])[];
}

/** Reads a `_headers` file, in the form that Netlify and Cloudflare Pages share. */
export function parseHeadersFile(text: string): HeaderRule[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  const starts = lines.flatMap((line, i) => (/^\s/.test(line) ? [] : [i]));
  return starts.map((start, i) => ({
    pattern: lines[start].trim(),
    headers: lines.slice(start + 1, starts[i + 1]).map(parseHeader),
  }));
}

function parseHeader(line: string): readonly [string, string | null] {
  const [, taken] = /^\s*!\s*(\S+)\s*$/.exec(line) ?? [];
  if (taken !== undefined) return [taken, null];
  const [, name, value] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`_headers: can't read "${line.trim()}"`);
  return [name, value];
}

/** The headers for a path, names in lower case. Rules add up, as on Cloudflare Pages. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of rules
    .filter(({ pattern }) => fits(pattern, path))
    .flatMap((rule) => rule.headers)) {
    const key = name.toLowerCase();
    const former = headers.get(key);
    if (value === null) headers.delete(key);
    else headers.set(key, former === undefined ? value : `${former}, ${value}`);
  }
  return headers;
}

function fits(pattern: string, path: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}
