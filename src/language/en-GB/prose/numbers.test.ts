import { describe, expect, it } from "vitest";
import { findNumbers } from "./numbers.ts";

const numbersIn = (text: string) =>
  findNumbers(text).map(({ start, end, values }) => [text.slice(start, end), ...values]);

describe("numbers in prose", () => {
  it("are found in whatever digits people write them", () => {
    expect(numbersIn("1,841 and 1841, 1 841 (1.841); 1.8m, 2 thousand, 15.8% or 16 per cent, £290")).toEqual([
      ["1,841", 1841],
      ["1841", 1841],
      ["1 841", 1841],
      ["1.841", 1.841, 1841],
      ["1.8m", 1800000],
      ["2 thousand", 2000],
      ["15.8%", 15.8],
      ["16 per cent", 16],
      ["£290", 290],
    ]);
  });

  it("are found in words from eleven up", () => {
    expect(
      numbersIn(
        "Ten, Eleven, two hundred and ninety, a hundred, one thousand, eight hundred and forty-one, twelve and thirteen",
      ),
    ).toEqual([
      ["Eleven", 11],
      ["two hundred and ninety", 290],
      ["a hundred", 100],
      ["one thousand, eight hundred and forty-one", 1841],
      ["twelve", 12],
      ["thirteen", 13],
    ]);
  });

  it("are not dates, times of day, decades, ordinals, or names that hold digits", () => {
    const text =
      "On 6 February 2016, February 2016, 2016-02-06, at 10:30, 10.30am, in the 1990s, the 2nd and twenty-first, Covid-19, MI5";
    expect(numbersIn(text)).toEqual([]);
  });
});
