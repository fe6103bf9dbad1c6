import { describe, expect, it } from "vitest";
import type { Story } from "../story/types.ts";
import { shownStories } from "./shown-stories.ts";

const story = (slug: string, published: string | null, draft = false) =>
  ({ slug, published, draft }) as Story;

describe("the stories that are shown", () => {
  const stories = [
    story("roads", null),
    story("loans", "2026-11-20"),
    story("schools", "2026-11-23"),
    story("draft", null, true),
  ];
  const slugs = (drafts: boolean) => shownStories(stories, drafts).map(({ slug }) => slug);

  it("are the newest first, those without a date last", () => {
    expect(slugs(false)).toEqual(["schools", "loans", "roads"]);
  });

  it("have drafts among them only where they are asked for", () => {
    expect(slugs(true)).toContain("draft");
  });
});
