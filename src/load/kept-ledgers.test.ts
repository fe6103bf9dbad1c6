import { describe, expect, it } from "vitest";
import { ledgersToKeep } from "./kept-ledgers.ts";
import { smallSiteFiles } from "../../test/small-site.ts";
import { loadSite } from "./site.ts";

const file = "content/parts.ledger.json";

/** What the build would keep of the small site, beside what it kept before. */
function keep(frontMatter: string, kept?: string, counts?: string): string | undefined {
  const files = new Map(smallSiteFiles(frontMatter, counts));
  if (kept !== undefined) files.set(file, new TextEncoder().encode(kept));
  const { site, stories } = loadSite(files);
  return ledgersToKeep(site!, stories, files).get(file);
}

const published = "published: 2026-02-03";
const corrected = `${published}
corrections:
  - { date: 2026-02-05, text: One more is done., figures: [done] }`;
const other = "done,all,Done,4,reports,,";

describe("the ledger kept beside a story", () => {
  it("is that of the first build, and stays the same for the same story", () => {
    const first = keep(published);
    expect(first).toContain('"id": "done"');
    expect(keep(published, first)).toBe(first);
  });

  it("is not renewed while a figure has changed and no correction names it", () => {
    expect(keep(published, keep(published), other)).toBeUndefined();
  });

  it("is renewed with the correction, which then settles no later change", () => {
    const renewed = keep(corrected, keep(published), other);
    expect(renewed).toContain("One more is done.");
    expect(keep(corrected, renewed, other)).toBe(renewed);
    expect(keep(corrected, renewed)).toBeUndefined();
  });

  it("is not there for a draft", () => {
    expect(keep(`${published}\ndraft: true`)).toBeUndefined();
  });
});
