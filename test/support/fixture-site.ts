import { join } from "node:path";
import type { Code } from "mdast";
import { readFiles } from "../../src/load/files.ts";

/*
 * The files of a case: those of the base site, with what the case's fences say. All are handled as strings with one
 * character a byte, so that a case can hold bytes that are no UTF-8.
 */
export const fixtureFolder = join(import.meta.dirname, "../fixtures");
const base = new Map(
  [...(await readFiles(join(fixtureFolder, "base")))].map(
    ([path, bytes]) => [path, Buffer.from(bytes).toString("latin1")] as const,
  ),
);
const story = "content/facebook-reports.md";

/** After the language of a fence: the file's path, the base site's file that it starts from, how to take what is in it. */
const information = /^(?<path>\S.*?\.\w+)?(?: ?from (?<source>\S+))?(?: ?(?<way>escaped|deleted))?$/;

/** The files of a site by their paths, as `readFiles` gives them. Throws where a fence makes no sense. */
export function siteOf(fences: readonly Code[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map(base);
  for (const fence of fences) {
    const found = information.exec(fence.meta ?? "");
    if (found === null) throw new Error(`After the three backticks, "${fence.meta}" can't be read`);
    const { path, source, way } = found.groups ?? {};
    const file = path ?? story;
    const start = (source === undefined ? files.get(file) : base.get(source)) ?? "";
    const bytes = bytesOf(fence.value, way === "escaped");
    if (way === "deleted") files.delete(file);
    else if (fence.lang === "diff") files.set(file, patch(start, bytes));
    else files.set(file, path === undefined ? withText(start, bytes) : bytes);
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([path, bytes]) => [path, Buffer.from(bytes, "latin1")]));
}

const utf8 = (text: string) => Buffer.from(text).toString("latin1");

/** The bytes of a fence's text, its last line ended. */
function bytesOf(text: string, escaped: boolean): string {
  const bytes = text === "" ? "" : utf8(`${text}\n`);
  if (!escaped) return bytes;
  const others = new Map([
    ["r", "\r"],
    ["t", "\t"],
    ["\n", ""],
  ]);
  return bytes.replace(/\\(x..|u....|[^])/g, (_, code: string) => {
    const unit = String.fromCharCode(parseInt(code.slice(1), 16));
    if (code.length > 1) return code.startsWith("x") ? unit : utf8(unit);
    return others.get(code) ?? code;
  });
}

/** A story with another text below its front matter. */
const withText = (content: string, text: string) => content.replace(/(?<=\n---\n\n)[^]*/, () => text);

/** The text with a diff's lines: each that it keeps or takes away is looked for below the one before. */
function patch(text: string, diff: string): string {
  const rest = text.split("\n");
  const done: string[] = [];
  for (const line of diff.split("\n").filter((other) => other !== "")) {
    const content = line.slice(1);
    if (line.startsWith("+")) done.push(content);
    else {
      const place = rest.indexOf(content);
      if (place < 0 || !/^[- ]/.test(line)) throw new Error(`There is no such line to change: ${line}`);
      done.push(...rest.splice(0, place + 1));
      if (line.startsWith("-")) done.pop();
    }
  }
  return [...done, ...rest].join("\n");
}
