import { describe, expect, it } from "vitest";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { viewBounds } from "./bounds-view.ts";

const { stories } = loadSite(await readFiles(process.cwd()));
const { tree } = stories.find(({ slug }) => slug === "facebook-reports")!;
const block = { type: "bounds", of: "reports", rest: "undescribed", open: ["no_outcome"] } as const;

describe("a block of bounds", () => {
  const { wholes, rows, note, data } = viewBounds(tree, block, "en-GB");

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

  it("sends the script what each choice comes to, so that it works nothing out", () => {
    const [charged, rest] = [0, data.rest];
    expect(rows[rest].label).toBe("Described by no published outcome");
    expect(data.wholes.map(({ of, name }) => [...of, name])).toEqual([
      [1841, 1841, "all 1,841"],
      [1478, 1841, "all 1,841"],
      [895, 1258, "the 1,258 final"],
    ]);
    expect(data.wholes.map(({ least, most }) => [least[charged], most[charged]])).toEqual([
      ["15.8%", "35.5%"],
      ["15.8%", "35.5%"],
      ["23.1%", "51.9%"],
    ]);
    for (const { most } of data.wholes) expect(most[rest]).toBe("–");
  });

  it("offers no whole of final outcomes where none is said to be open", () => {
    const view = viewBounds(tree, { ...block, open: [] }, "en-GB");
    expect(view.wholes).toEqual(["all 1,841", "the 1,478 described"]);
    expect(view.data.wholes).toHaveLength(2);
  });

  it("is as good for a figure that is itself a part", () => {
    const view = viewBounds(tree, { ...block, of: "charged", rest: "charged_adults", open: [] }, "en-GB");
    expect(view.wholes).toEqual(["all 290", "the 124 described"]);
    expect(view.rows[0]).toEqual({
      label: "Young people",
      shares: ["42.8%", "100.0%"],
      limits: "42.8%–100.0%",
    });
  });
});
