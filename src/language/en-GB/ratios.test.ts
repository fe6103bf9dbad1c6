import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratioInWords } from "./ratios.ts";

describe("ratioInWords", () => {
  it.each([
    [290, 1841, "just under one in six"],
    [363, 1841, "just under one in five"],
    [583, 1841, "just under one in three"],
    [240, 1841, "just over one in eight"],
    [273, 1841, "just over one in seven"],
    [38, 1841, "just over one in fifty"],
    [124, 290, "just over two in five"],
    [895, 1841, "just under one in two"],
    [1, 6, "one in six"],
    [2, 4, "one in two"],
    [2, 3, "two in three"],
    [3, 4, "three in four"],
    [9, 10, "nine in ten"],
    [3, 7, "three in seven"],
    [1, 13, "one in thirteen"],
    [1, 100, "one in a hundred"],
    [301, 1000, "about three in ten"],
    [1002, 6000, "about one in six"],
    [968, 1000, "just over nineteen in twenty"],
    [99, 100, "ninety-nine in a hundred"],
    [995, 1000, "more than ninety-nine in a hundred"],
    [1, 1000, "one in a thousand"],
    [1, 1001, "fewer than one in a thousand"],
    [0, 5, "none"],
    [5, 5, "all"],
  ])("%i of %i is %s", (part, whole, words) => {
    expect(ratioInWords(part, whole)).toBe(words);
  });

  it("is never led by a word that is untrue, or more than an eighth off", () => {
    const numbers = new Map(
      Array.from({ length: 20 }, (_, i) => i + 1).map((n) => [
        ratioInWords(1, n + 1).replace("one in ", ""),
        n + 1,
      ]),
    );
    const cases = fc
      .integer({ min: 60, max: 950 })
      .chain((part) => fc.tuple(fc.constant(part), fc.constant(1000)));
    fc.assert(
      fc.property(cases, ([part, whole]) => {
        const match = /^(?:(about|just over|just under) )?(\w+) in (\w+)$/.exec(ratioInWords(part, whole));
        const [, lead, top, bottom] = match!;
        const said = (top === "one" ? 1 : top === "nineteen" ? 19 : numbers.get(top)!) / numbers.get(bottom)!;
        const error = (part / whole - said) / (part / whole);
        if (lead === undefined) expect(error).toBeCloseTo(0, 12);
        if (lead === "about") expect(Math.abs(error)).toBeLessThanOrEqual(0.01 + 1e-12);
        if (lead === "just over") expect(error).toBeGreaterThan(0.01);
        if (lead === "just under") expect(error).toBeLessThan(-0.01);
        expect(Math.abs(error)).toBeLessThan(0.125);
      }),
      { seed: 1841, numRuns: 500 },
    );
  });

  it("refuses what is no share", () => {
    for (const [part, whole] of [
      [-1, 5],
      [6, 5],
      [0, 0],
    ]) {
      expect(() => ratioInWords(part, whole)).toThrow(RangeError);
    }
  });
});
