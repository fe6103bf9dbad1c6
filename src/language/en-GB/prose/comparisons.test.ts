import { describe, expect, it } from "vitest";
import { findComparisons } from "./comparisons.ts";

const comparisonsIn = (text: string) => findComparisons(text).map(({ start, end }) => text.slice(start, end));

describe("comparisons in words", () => {
  it("are found", () => {
    const text =
      "half, a quarter, one in six, two out of five, most people, the majority, twice as many, per cent, three times as many, ½";
    expect(comparisonsIn(text)).toEqual([
      "half",
      "a quarter",
      "one in six",
      "two out of five",
      "most",
      "majority",
      "twice",
      "per cent",
      "three times as",
      "½",
    ]);
  });

  it("are not the same words in other uses", () => {
    expect(
      comparisonsIn(
        "half past, half an hour, at most, the most, most likely, a third party, one in the house",
      ),
    ).toEqual([]);
  });

  it("are found with -fold, however it is written", () => {
    expect(comparisonsIn("tenfold, a twofold rise, three-fold, 12-fold, hundredfold")).toEqual([
      "tenfold",
      "twofold",
      "three-fold",
      "12-fold",
      "hundredfold",
    ]);
    expect(comparisonsIn("The reason is twofold; manifold, blindfold, scaffold; back in the fold.")).toEqual(
      [],
    );
  });
});
