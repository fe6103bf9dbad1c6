import { describe, expect, it } from "vitest";
import type { Site } from "../story/types.ts";
import type { StoryWithLedger } from "../views/ledger/ledger.ts";
import { keepLastGood } from "./last-good.ts";

const site = { title: "Site" } as Site;
const story = (slug: string, file: string) => ({ slug, file }) as StoryWithLedger;
const loaded = (stories: StoryWithLedger[], of: Site | null = site) => ({
  site: of,
  stories,
  diagnostics: [],
});

describe("what is shown while a site is written", () => {
  const last = loaded([story("loans", "old"), story("roads", "old")]);

  it("is the newest version of a story without errors, and the last one without of any other", () => {
    const shown = keepLastGood(last, loaded([story("roads", "new")]), ["loans", "roads"]);
    expect(shown.stories.map(({ slug, file }) => [slug, file])).toEqual([
      ["loans", "old"],
      ["roads", "new"],
    ]);
  });

  it("leaves out a story whose file is gone, and one that never was without errors", () => {
    expect(keepLastGood(last, loaded([]), ["roads", "schools"]).stories.map(({ slug }) => slug)).toEqual([
      "roads",
    ]);
  });

  it("keeps the site's settings where the new ones have errors", () => {
    expect(keepLastGood(last, loaded([], null), []).site).toBe(site);
    expect(keepLastGood(loaded([], null), loaded([]), []).site).toBe(site);
  });
});
