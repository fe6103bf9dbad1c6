import { describe, expect, it } from "vitest";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { viewBounds } from "./bounds.ts";

const { stories } = loadSite(await readFiles(process.cwd()));
const { tree } = stories.find(({ slug }) => slug === "facebook-reports")!;
const block = { type: "bounds", of: "reports", rest: "undescribed", open: ["no_outcome"] } as const;

describe("a block of bounds", () => {
  const { wholes, rows, note } = viewBounds(tree, block, 1, "en-GB");

  it("has each part's share of each whole, and its limits, in a table", () => {
    expect(wholes).toEqual(["all 1,841", "the 1,478 described", "the 895 final"]);
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

  it("marks the rest and what is open, for the script", () => {
    const marked = (mark: "isRest" | "isOpen") => rows.filter((row) => row[mark]).map(({ label }) => label);
    expect(marked("isRest")).toEqual(["Described by no published outcome"]);
    expect(marked("isOpen")).toEqual(["No detection, or no outcome yet"]);
  });

  it("has a dot for each report, or for so many, and for every part at least one", () => {
    expect(rows.map(({ count, dots }) => [count, dots])).toContainEqual([290, null]);
    const { rows: fewer } = viewBounds(tree, block, 100, "en-GB");
    expect(fewer.map(({ dots }) => dots)).toEqual([3, 1, 1, 2, 2, 6, 3]);
  });

  it("offers no whole of final outcomes where none is said to be open", () => {
    const view = viewBounds(tree, { ...block, open: [] }, 1, "en-GB");
    expect(view.wholes).toEqual(["all 1,841", "the 1,478 described"]);
  });

  it("is as good for a figure that is itself a part", () => {
    const view = viewBounds(tree, { ...block, of: "charged", rest: "charged_adults", open: [] }, 1, "en-GB");
    expect(view.wholes).toEqual(["all 290", "the 124 described"]);
    expect(view.rows[0]).toMatchObject({
      label: "Young people",
      shares: ["42.8%", "100.0%"],
      limits: "42.8%–100.0%",
    });
  });
});
