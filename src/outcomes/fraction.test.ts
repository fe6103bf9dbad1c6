import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compareFractions,
  divide,
  formatDecimal,
  fraction,
  fractionFromDecimal,
  multiply,
  subtract,
  toNumber,
} from "./fraction.ts";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([top, bottom]) => fraction(top, bottom));

describe("fractions", () => {
  it("are kept in lowest terms over a denominator above 0", () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, -4)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it("are exact: what is added or multiplied can be taken back", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
        expect(Math.sign(compareFractions(a, b))).toBe(-Math.sign(compareFractions(b, a)) + 0);
      }),
      { seed: 1841 },
    );
  });

  it("refuse 0 as a denominator", () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => divide(fraction(1), fraction(0))).toThrow(RangeError);
  });

  it("come from decimals without a rounding", () => {
    expect(fractionFromDecimal("0.15")).toEqual(fraction(3, 20));
    expect(fractionFromDecimal("12")).toEqual(fraction(12));
  });

  it("become floating-point numbers, however large their terms", () => {
    expect(toNumber(fraction(290, 1841))).toBe(290 / 1841);
    expect(toNumber(fraction(10n ** 400n + 1n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 12);
  });
});

describe("formatDecimal", () => {
  it.each([
    [fraction(290, 1841), "0.1575…"],
    [fraction(1, 6), "0.1666…"],
    [fraction(-1, 4), "−0.25"],
    [fraction(1841), "1841"],
    [fraction(1, 100_000), "0.0000…"],
  ])("cuts, and shows that it did: %o", (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });
});
