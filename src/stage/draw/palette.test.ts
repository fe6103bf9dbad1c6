import { describe, expect, it } from "vitest";
import { dark, hueOfKind, light } from "./palette.ts";

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s palette", (_, { paper, hues }) => {
  it.each(hues.map((hue) => [hue]))("%s stands out from the paper by 3:1", (hue) => {
    expect(contrast(hue, paper)).toBeGreaterThanOrEqual(3);
  });

  it("writes in an ink of at least 7:1", () => {
    expect(contrast(hues[0], paper)).toBeGreaterThanOrEqual(7);
  });

  it("has no hue twice", () => {
    expect(new Set(hues).size).toBe(hues.length);
  });
});

describe("hueOfKind", () => {
  it("gives the kinds of a file the hues in order, and never the plain ink", () => {
    expect([0, 1, 2, 6, 7].map(hueOfKind)).toEqual([1, 2, 3, 7, 1]);
  });
});
