import { describe, expect, it } from "vitest";
import { problemsOf, readSpecimen } from "../../../test/support/specimen.ts";
import { meantBySlip } from "./slips.ts";

describe("numbers in prose", () => {
  it("must be bound where they are in the data", () => {
    expect(problemsOf(readSpecimen("There were 290, or two hundred and\nninety."))).toEqual([
      '7:12-7:15 error story/number: "290" is in the data: bind it (write :n[charged])',
      '7:20-8:7 error story/number: "two hundred and\\u000aninety" is in the data: bind it (write :n[charged])',
    ]);
  });

  it("count as in the data where the story binds them as a sum", () => {
    expect(problemsOf(readSpecimen(":n[charged + warned], that is 328"))[0]).toContain(
      "write :n[charged + warned]",
    );
  });

  it("are taken for slips of a figure", () => {
    expect(problemsOf(readSpecimen("There were 1,481."))).toEqual([
      '7:12-7:17 error story/number: "1,481" is not in the data, but 1,841 is ' +
        '(did you mean 1,841? Write :n[reports], or vouch for it with :cite[…]{source="…"})',
    ]);
  });

  it("are warned of otherwise, so that a story with one is still published", () => {
    const read = readSpecimen("In 2012 there were 5.");
    expect(problemsOf(read).map((problem) => problem.replace(/ \(.*/, ""))).toEqual([
      '7:4-7:8 warning story/number: Nothing in the data backs the number "2012"',
      '7:20-7:21 warning story/number: Nothing in the data backs the number "5"',
    ]);
    expect(read.story).not.toBeNull();
  });

  it("are left alone in claims, citations, code and telephone links", () => {
    const text =
      ':claim[under 1,900]{that="reports < 1900"} :cite[290]{source="X"} `290` [0808 802 0300](tel:08088020300)';
    expect(problemsOf(readSpecimen(text))).toEqual([]);
  });

  it("are looked for in terms, captions, headings and asides as well", () => {
    const text = "# 290\n\n::chart[Of 290]{type=bars of=reports}\n\n:::aside[The 290]\nIn *290* \\& 290\n:::";
    expect(problemsOf(readSpecimen(text)).map((problem) => problem.split(" ")[0])).toEqual([
      "7:3-7:6",
      "9:12-9:15",
      "11:14-11:17",
      "12:5-12:8",
      "12:13-12:16",
    ]);
  });
});

describe("a slip", () => {
  const isSlip = (written: number, figure: number) => meantBySlip(written).includes(figure);

  it("is two digits swapped, one wrong, missing or doubled", () => {
    expect([1481, 1814, 1842, 184, 841, 18841, 11841].filter((written) => !isSlip(written, 1841))).toEqual(
      [],
    );
    expect([1841, 1418, 2042, 84, 18421, 2000].filter((written) => isSlip(written, 1841))).toEqual([]);
  });

  it("is not a round number", () => {
    expect(isSlip(29, 290)).toBe(true);
    expect([20, 300, 200].filter((written) => isSlip(written, 290))).toEqual([]);
  });

  it("of a figure of two digits is swapped or doubled: wrong or missing would be half of all numbers", () => {
    expect([83, 338, 388].filter((written) => !isSlip(written, 38))).toEqual([]);
    expect([39, 3, 8, 138].filter((written) => isSlip(written, 38))).toEqual([]);
  });
});

describe("comparisons in words", () => {
  it("have numbers of two digits that are no slips: 1 in 12, where 124 is a figure", () => {
    expect(problemsOf(readSpecimen("That is 1 in 12, or a 12-fold rise."))).toEqual([
      expect.stringContaining('7:9-7:16 warning story/comparison: Nothing checks the comparison "1 in 12"'),
      expect.stringContaining('7:23-7:30 warning story/comparison: Nothing checks the comparison "12-fold"'),
    ]);
  });

  it("are warned of outside claims", () => {
    expect(problemsOf(readSpecimen('About half. :claim[Under half]{that="charged < reports / 2"}'))).toEqual([
      expect.stringContaining('7:7-7:11 warning story/comparison: Nothing checks the comparison "half"'),
    ]);
  });
});
