import { describe, expect, it } from "vitest";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { viewBounds } from "./bounds.ts";
import { british } from "../../test/support/british.ts";

const { stories } = loadSite(await readFiles(process.cwd()));
const { tree } = stories.find(({ slug }) => slug === "facebook-reports")!;
const block = { type: "bounds", of: "reports", rest: "undescribed", open: ["no_outcome"] } as const;

describe("a block of bounds", () => {
  const { heads, rows, note, panel } = viewBounds(tree, block, 1, british);

  it("has each part's share of each whole, and its limits, in a table", () => {
    expect(heads).toEqual(["Share of", "all 1,841", "the 1,478 described", "the 895 final", "Limits"]);
    const said = rows.map(({ label, shares, limits }) => [label, ...shares, limits].join(" | "));
    expect(said).toHaveLength(7);
    expect(said).toContain("Charged | 15.8% | 19.6% | 32.4% | 15.8%–35.5%");
    expect(said).toContain("No detection, or no outcome yet | 31.7% | 39.4% | – | 31.7%–51.4%");
    expect(said).toContain("Described by no published outcome | 19.7% | – | – | –");
  });

  it("says what the limits are of, and that they are no estimates", () => {
    expect(note).toContain("all 1,841");
    expect(note).toContain("the 363 “Described by no published outcome”");
    expect(note).toContain("not estimates");
  });

  it("gives the script what each choice comes to, so that it works nothing out", () => {
    const place = (label: string) => rows.findIndex((row) => row.label === label);
    expect(panel.labels).toEqual(["Shares of", "Count the 363 as"]);
    expect(panel.rest).toBe(place("Described by no published outcome"));
    expect(panel.choices.map((choices) => choices.length)).toEqual(rows.map(() => 3));
    const [all, described, final] = panel.choices[place("Charged")];
    expect(all.shares[place("Charged")]).toBe("35.5%");
    expect(described.whole).toBe("the 1,841 described");
    expect(final.shares[place("No detection, or no outcome yet")]).toBeNull();
    expect(final.words).toBe(
      "Limits, not estimates, of “Charged”: 23.1%–51.9% of 1,258, with none or all of the 363.",
    );
    const apart = panel.choices[panel.rest].map(({ words }) => words);
    expect(apart).toEqual(["The 363 stand apart.", "The 363 are left out.", "The 363 are left out."]);
  });

  it("has a dot for each report, or for so many, and for every part at least one", () => {
    const dotsOf = (dot: number) =>
      viewBounds(tree, block, dot, british).panel.outcomes.map(({ dots }) => dots);
    expect(dotsOf(1)).toEqual(
      panel.outcomes.map(({ name }) => [...tree.figures.values()].find(({ label }) => label === name)!.count),
    );
    expect(dotsOf(100)).toEqual([3, 1, 1, 2, 2, 6, 3]);
  });

  it("offers no whole of final outcomes where none is said to be open", () => {
    const view = viewBounds(tree, { ...block, open: [] }, 1, british);
    expect(view.heads).toEqual(["Share of", "all 1,841", "the 1,478 described", "Limits"]);
  });

  it("is as good for a figure that is itself a part", () => {
    const view = viewBounds(tree, { ...block, of: "charged", rest: "charged_adults", open: [] }, 1, british);
    expect(view.heads.slice(1, -1)).toEqual(["all 290", "the 124 described"]);
    expect(view.rows[0]).toMatchObject({
      label: "Young people",
      shares: ["42.8%", "100.0%"],
      limits: "42.8%–100.0%",
    });
  });
});
