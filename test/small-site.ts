import { loadSite } from "../src/load/site.ts";
import type { Site } from "../src/story/types.ts";
import type { StoryWithLedger } from "../src/views/ledger/ledger.ts";

const done = `done,all,"=1+1, ""done""",3,reports,Ended,@cmd`;
const figures = (row: string) => `id,parent,label,count,unit,kind,note
all,,Reports,10,reports,,
${row}
open,all,-5 & <open>,,reports,,
`;

const siteYaml = `title: News & Figures
description: A site to try things on.
url: https://news.example/2026/
publisher: { name: The Paper, url: https://paper.example/ }
helpline: { name: Help, phone: "123", url: https://help.example/, text: Help. }
exit: { label: Leave, url: https://elsewhere.example/ }
`;

const storyText = (frontMatter: string) => `---
title: What became of :n[all] \\<reports>
dek: "Of all, :n[open] are open & unknown."
data: figures.csv
source: { name: The register, publisher: The office, period: two years }
${frontMatter}
---

:n[done] of :n[all] are done, which is :pct[done]: :claim[fewer than half]{that="done / all < 1/2"}.

:::scene{#parted split=all}
Only :n[open] stay.
:::

::chart[The parts]{type=bars of=all}
`;

/** The files of a small site with one story, whose texts hold what must be escaped; with another row for `done`. */
export function smallSiteFiles(frontMatter: string, row = done): ReadonlyMap<string, Uint8Array> {
  const texts = {
    "content/site.yaml": siteYaml,
    "content/parts.md": storyText(frontMatter),
    "data/figures.csv": figures(row),
  };
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** The same site, loaded. */
export function smallSite(frontMatter = "published: 2026-02-03"): { site: Site; story: StoryWithLedger } {
  const { site, stories, diagnostics } = loadSite(smallSiteFiles(frontMatter));
  const [story] = stories;
  if (!site || !story) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { site, story };
}
