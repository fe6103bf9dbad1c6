import type { Diagnostic } from "../../src/diagnostics/types.ts";
import { readFigures } from "../../src/outcomes/read.ts";
import { fragmentsIn } from "../../src/story/links.ts";
import { british } from "./british.ts";
import { parseStory } from "../../src/story/parse-story.ts";

/** A small file of figures for tests: 1,841 reports, of which 363 are left over. */
const csv = `id,parent,label,count,unit,kind
reports,,Reports,1841,reports,
charged,reports,Charged,290,reports,Action
charged_youths,charged,Young people,124,reports,
charged_adults,charged,Adults,,reports,
warned,reports,Warned,38,reports,Action
no_outcome,reports,No outcome yet,1150,reports,Without
undescribed,reports,Undescribed,,reports,
`;

const head = `---
title: What became of :n[reports] reports
dek: Of them, :n[undescribed] are left.
data: small.csv
source: { name: A source, publisher: A newspaper, period: a year }
---
`;

/** A story of that text, with front matter and figures that are sound. */
export function readSpecimen(text: string, { front = head, figures = csv } = {}) {
  const file = "data/small.csv";
  const addresses = new Set(["/", "/specimen/", "/specimen/figures.csv", "/other/", "/map.png"]);
  return parseStory({
    file: "content/specimen.md",
    slug: "specimen",
    text: front + text,
    figures: new Map([[file, readFigures(file, new TextEncoder().encode(figures)).tree]]),
    language: british,
    glossary: new Map([["community resolution", "An agreement without a court."]]),
    addresses,
    reachable: addresses,
    fragments: new Set(fragmentsIn(text)),
  });
}

/** Front matter for `readSpecimen` with these lines instead of, or besides, those of the same key. */
export function frontMatter(...lines: string[]): string {
  const key = (line: string) => line.replace(/:.*$/s, "");
  const kept = head
    .split("\n")
    .filter((line) => !lines.some((other) => key(other) === key(line) && key(line) !== "---"));
  return [kept[0], ...lines, ...kept.slice(1)].join("\n");
}

/** The problems as people read them, one a line: `7:1-7:4 error rule: message (hint)`. */
export function problemsOf({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  return diagnostics.map(({ span: { start, end }, severity, rule, message, hint }) => {
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${place} ${severity} ${rule}: ${message}${hint === null ? "" : ` (${hint})`}`;
  });
}
