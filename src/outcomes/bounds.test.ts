import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignRemainder, limitsOf, type Outcomes, type Whole } from "./bounds.ts";
import { readFigures } from "./read.ts";
import { formatShare } from "./shares.ts";
import type { Fraction } from "./fraction.ts";

function treeOf(rows: string) {
  const csv = `id,parent,label,count,unit\n${rows}`;
  return readFigures("data/x.csv", new TextEncoder().encode(csv)).tree!;
}

const tree = treeOf(
  "reports,,Reports,1841,reports\ncharged,reports,Charged,290,reports\nother,reports,Other,605,reports\n" +
    "pending,reports,Pending,583,reports\nrest,reports,Rest,,reports\n",
);
const outcomes: Outcomes = { of: "reports", rest: "rest", open: ["pending"] };
const say = (share: Fraction | null) => (share === null ? "–" : formatShare(share, 1, "en-GB"));
const shares = (whole: Whole, into: string | null) => {
  const { total, parts } = assignRemainder(tree, outcomes, whole, into);
  return [total, ...parts.map(({ share }) => say(share))];
};

describe("a figure's outcomes as shares", () => {
  it("are of all its parts, of those outside the rest, or of those that are final", () => {
    expect(shares("all", null)).toEqual([1841, "15.8%", "32.9%", "31.7%", "19.7%"]);
    expect(shares("described", null)).toEqual([1478, "19.6%", "40.9%", "39.4%", "–"]);
    expect(shares("final", null)).toEqual([895, "32.4%", "67.6%", "–", "–"]);
  });

  it("grow with the rest where it is counted with an outcome, and so does the whole that it comes into", () => {
    expect(shares("all", "charged")).toEqual([1841, "35.5%", "32.9%", "31.7%", "0.0%"]);
    expect(shares("described", "charged")).toEqual([1841, "35.5%", "32.9%", "31.7%", "–"]);
    expect(shares("final", "charged")).toEqual([1258, "51.9%", "48.1%", "–", "–"]);
    expect(shares("final", "pending")).toEqual(shares("final", null));
  });

  it("lie between what they are if none and if all of the rest belonged to them", () => {
    const limits = (whole: Whole, id: string) => {
      const found = limitsOf(tree, outcomes, whole, id);
      return found && [say(found.least), say(found.most)];
    };
    expect(limits("all", "charged")).toEqual(["15.8%", "35.5%"]);
    expect(limits("described", "charged")).toEqual(["15.8%", "35.5%"]);
    expect(limits("final", "charged")).toEqual(["23.1%", "51.9%"]);
    expect(limits("final", "pending")).toBeNull();
  });

  it("are none of a whole of 0", () => {
    const nothing = treeOf("all,,All,0,reports\na,all,A,0,reports\nrest,all,Rest,,reports\n");
    const { parts } = assignRemainder(nothing, { of: "all", rest: "rest", open: [] }, "all", "a");
    expect(parts.map(({ share }) => share)).toEqual([null, null]);
  });

  it("keep every count, whatever the rest is counted with", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9999), { minLength: 1, maxLength: 6 }),
        fc.nat(9999),
        fc.nat(6),
        (counts, rest, at) => {
          const rows = counts.map((count, i) => `o${i},all,O,${count},reports`).join("\n");
          const total = counts.reduce((sum, count) => sum + count, rest);
          const any = treeOf(`all,,All,${total},reports\n${rows}\nrest,all,Rest,${rest},reports\n`);
          const into = at < counts.length ? `o${at}` : null;
          const assigned = assignRemainder(any, { of: "all", rest: "rest", open: [] }, "all", into);
          expect(assigned.total).toBe(total);
          expect(assigned.parts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        },
      ),
      { seed: 1841, numRuns: 50 },
    );
  });
});
