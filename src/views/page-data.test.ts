import { describe, expect, it } from "vitest";
import { smallSite } from "../../test/small-site.ts";
import { moves, pageDataOf } from "./page-data.ts";
import { british } from "../../test/support/british.ts";

describe("what a page's script shows", () => {
  const { story } = smallSite();

  it("is each stage of the story, with the counts of its figures", () => {
    const { stages, bounds } = pageDataOf(story, british);
    expect(stages).toHaveLength(1);
    expect(stages[0].figure).toMatchObject({ id: "all", count: 10, remainder: false });
    expect(stages[0].figure.children.map(({ id, count, remainder }) => [id, count, remainder])).toEqual([
      ["done", 3, false],
      ["open", 7, true],
    ]);
    expect(bounds).toEqual([]);
  });

  it("is there for a story with a stage or bounds, and for no other", () => {
    expect(moves(story)).toBe(true);
    const still = story.blocks.filter(({ type }) => type !== "stage");
    expect(moves({ blocks: still })).toBe(false);
  });
});
