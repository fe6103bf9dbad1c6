import { describe, expect, it } from "vitest";
import { fraction } from "./fraction.ts";
import { formatShare } from "./shares.ts";

describe("formatShare", () => {
  it.each([
    [290, 1841, 0, "16%"],
    [290, 1841, 1, "15.8%"],
    [38, 1841, 1, "2.1%"],
    [54, 1841, 1, "2.9%"],
    [240, 1841, 1, "13.0%"],
    [583, 1841, 1, "31.7%"],
    [273, 1841, 1, "14.8%"],
    [363, 1841, 1, "19.7%"],
    [124, 290, 1, "42.8%"],
    [15, 54, 1, "27.8%"],
    [0, 7, 1, "0.0%"],
    [7, 7, 0, "100%"],
    [3, 2, 0, "150%"],
  ])("%i of %i with %i decimals is %s", (part, whole, digits, text) => {
    expect(formatShare(fraction(part, whole), digits, "en-GB")).toBe(text);
  });

  it("rounds halves up where floating-point numbers would not", () => {
    expect(formatShare(fraction(1005, 100_000), 2, "en-GB")).toBe("1.01%");
    expect(formatShare(fraction(145, 10_000), 1, "en-GB")).toBe("1.5%");
  });

  it("never shows some as none, nor not quite all as all", () => {
    expect(formatShare(fraction(1, 1000), 0, "en-GB")).toBe("<1%");
    expect(formatShare(fraction(999, 1000), 0, "en-GB")).toBe(">99%");
    expect(formatShare(fraction(9999, 10_000), 1, "en-GB")).toBe(">99.9%");
  });

  it("follows the locale", () => {
    expect(formatShare(fraction(290, 1841), 1, "de-DE")).toBe("15,8\u00a0%");
  });
});
