import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatGithub } from "../src/diagnostics/github.ts";
import type { Diagnostic } from "../src/diagnostics/types.ts";
import { loadSite } from "../src/load/site.ts";
import { containerNames, inlineNames, leafNames } from "../src/story/directives/names.ts";
import { arrangements, chartTypes } from "../src/story/types.ts";

interface Snippet {
  readonly scope: string;
  readonly prefix: readonly string[];
  readonly body: string | readonly string[];
}

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const snippets = Object.entries(JSON.parse(read(".vscode/story.code-snippets")) as Record<string, Snippet>);
const bodyOf = ({ body }: Snippet) => [body].flat().join("\n");

/** The snippet as someone leaves it who fills in what is given here by what it asks for, and else takes what it offers. */
function fill(snippet: Snippet, answers: Readonly<Record<string, string>>): string {
  const offered = new Map<string, string>();
  return bodyOf(snippet)
    .replace(/\$\{(\d+)(?::([^}]*)|\|([^,}]*)[^}]*)\}/g, (_, at: string, text?: string, first?: string) => {
      const value = answers[text ?? ""] ?? text ?? first ?? "";
      offered.set(at, value);
      return value;
    })
    .replace(/\$\{?(\d+)\}?/g, (_, at: string) => offered.get(at) ?? "");
}

const files = {
  "content/site.yaml": read("content/site.yaml"),
  "content/glossary.yaml": "loan: A thing lent.\n",
  "data/loans.csv": `id,parent,label,count,unit,kind,note
loans,,Loans,100,loans,,
books,loans,Books,60,loans,,
novels,books,Novels,30,loans,,
others,books,Others,,loans,,
films,loans,Films,,loans,,
long,films,Long,10,loans,,
short,films,Short,,loans,,
`,
};
const head = `---
title: Loans
dek: What was lent.
data: loans.csv
source: { name: Loans, publisher: A library, period: a year }
---

Text.

`;

function check(changed: Record<string, string>): readonly Diagnostic[] {
  const all = Object.entries({ ...files, ...changed });
  return loadSite(new Map(all.map(([path, text]) => [path, new TextEncoder().encode(text)]))).diagnostics;
}

describe("the snippets for stories", () => {
  const ofDirectives = snippets.filter(([, { prefix }]) => prefix[0].startsWith(":"));
  const answers = {
    id: "books",
    other: "films",
    whole: "loans",
    "words of the glossary": "loan",
    "fewer than half": "more than half",
  };

  it.each(ofDirectives)("%s: reads as a directive that can be written", (_name, snippet) => {
    const text = fill(snippet, answers).replace(/\n(?=:::$)/, "\nSome text.\n");
    const inText = /^::/.test(text) ? text : `So it is ${text} here.`;
    const errors = check({ "content/loans.md": head + inText }).map(({ rule }) => rule);
    // Whether a claim holds depends on its words.
    expect(errors.filter((rule) => rule !== "story/false-claim")).toEqual([]);
  });

  it("are there for every directive", () => {
    const written = ofDirectives.map(([, snippet]) => /^:+([a-z]+)/.exec(bodyOf(snippet))?.[1]);
    expect(new Set(written)).toEqual(new Set([...inlineNames, ...leafNames, ...containerNames]));
  });

  it("offer every type of chart", () => {
    const charts = ofDirectives
      .map(([, snippet]) => bodyOf(snippet))
      .filter((body) => body.startsWith("::chart"));
    const offered = charts.flatMap((body) => /type=(?:\$\{\d\|)?([a-z,]+)/.exec(body)![1].split(","));
    expect(new Set(offered)).toEqual(new Set(chartTypes));
  });

  it("offer every arrangement of a scene", () => {
    const scenes = ofDirectives
      .map(([, snippet]) => bodyOf(snippet))
      .filter((body) => body.startsWith(":::scene"));
    const offered = scenes.flatMap((body) => /as=\$\{\d+\|([^|]*)\|\}/.exec(body)?.[1].split(",") ?? []);
    expect(offered).toEqual([...arrangements]);
  });

  it("begin a story and its figures without an error", () => {
    const of = (name: string) => snippets.find(([key]) => key === name)![1];
    const story = fill(of("story"), { name: "new" });
    expect(check({ "content/new.md": `${story}Text.\n`, "data/new.csv": fill(of("figures"), {}) })).toEqual(
      [],
    );
  });
});

describe("the editor's task", () => {
  const { tasks } = JSON.parse(read(".vscode/tasks.json")) as {
    tasks: { problemMatcher: { pattern: { regexp: string } } }[];
  };
  const pattern = new RegExp(tasks[0].problemMatcher.pattern.regexp);

  it("finds the place, the rule and the message of a problem in what the check prints", () => {
    const printed = formatGithub(check({ "content/loans.md": `${head}:n[boks]` }));
    expect(pattern.exec(printed)?.slice(1)).toEqual([
      ...["error", "content/loans.md", "10", "10", "1", "9", "story/unknown-figure"],
      expect.stringContaining('There is no figure "boks"'),
    ]);
  });
});
