import { describe, expect, it } from "vitest";
import type { Site } from "../story/types.ts";
import type { StoryWithLedger } from "../views/ledger/ledger.ts";
import { emptyPreview } from "./preview.ts";
import { problemPage } from "./problem-page.ts";

const shown = { site: {} as Site, stories: [{ slug: "loans" } as StoryWithLedger] };
const preview = { ...emptyPreview, shown, slugs: ["loans", "roads"] };

describe("the page that stands in for one that can't be made", () => {
  it("is there for a story that never was without errors", () => {
    expect(problemPage(preview, "/roads/?a")).toContain("can't be shown yet");
  });

  it("is there for every address where the site's settings never were", () => {
    const none = { ...preview, shown: { ...shown, site: null } };
    for (const url of ["/", "/loans/", "/elsewhere/"]) {
      expect(problemPage(none, url)).toContain("can't be shown yet");
    }
  });

  it("is not there for any other address", () => {
    for (const url of ["/", "/loans/", "/elsewhere/"]) expect(problemPage(preview, url)).toBeNull();
  });
});
