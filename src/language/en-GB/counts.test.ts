import { describe, expect, it } from "vitest";
import { capitalise, countInWords } from "./counts.ts";

describe("countInWords", () => {
  it.each([
    [0, "zero"],
    [11, "eleven"],
    [20, "twenty"],
    [21, "twenty-one"],
    [100, "one hundred"],
    [101, "one hundred and one"],
    [290, "two hundred and ninety"],
    [1000, "one thousand"],
    [1005, "one thousand and five"],
    [1099, "one thousand and ninety-nine"],
    [1100, "one thousand, one hundred"],
    [1841, "one thousand, eight hundred and forty-one"],
    [20_000, "twenty thousand"],
    [1_000_001, "one million and one"],
    [2_300_005, "two million, three hundred thousand and five"],
    [5_000_000_000, "five billion"],
  ])("%i is %s", (count, words) => {
    expect(countInWords(count)).toBe(words);
  });

  it.each([-1, 1.5, NaN, Infinity, 2 ** 53])("refuses %d", (count) => {
    expect(() => countInWords(count)).toThrow(RangeError);
  });
});

describe("capitalise", () => {
  it("changes the first letter alone", () => {
    expect(capitalise("one in Six")).toBe("One in Six");
    expect(capitalise("")).toBe("");
  });
});
