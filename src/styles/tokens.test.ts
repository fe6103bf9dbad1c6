import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dark, dimDotForced, light } from "../stage/draw/palette.ts";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightRules, darkRules] = css.split("@media screen and (prefers-color-scheme: dark)");

/** The value of a custom property where it is first set. */
function valueOf(rules: string, name: string): string {
  return new RegExp(`--${name}: (#\\w+);`).exec(rules)?.[1] ?? `no --${name}`;
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each([
  ["light", lightRules, light],
  ["dark", darkRules, dark],
])("the %s colours", (_scheme, rules, palette) => {
  it("are those of the moving stage", () => {
    expect(valueOf(rules, "paper")).toBe(palette.paper);
    const hues = palette.hues.map((_, hue) => valueOf(rules, hue === 0 ? "ink" : `hue-${hue}`));
    expect(hues).toEqual(palette.hues);
  });

  it.each(["ink", "muted", "hue-1"])("let --%s be read on paper and in boxes", (name) => {
    for (const ground of ["paper", "wash"]) {
      expect(contrast(valueOf(rules, name), valueOf(rules, ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the classes h0, h1, …", () => {
  it("give each hue of the palette its colour", () => {
    for (const hue of light.hues.keys()) {
      expect(css).toMatch(
        new RegExp(`\\.h${hue} \\{\\s+color: var\\(--${hue === 0 ? "ink" : `hue-${hue}`}\\)`),
      );
    }
  });
});

describe("forced colours", () => {
  it("have the dots that a step does not speak of as strong as on the moving stage", () => {
    const [, forced] = css.split("@media (forced-colors: active)");
    expect(/g > \[opacity\] \{\s*opacity: ([\d.]+);/.exec(forced)?.[1]).toBe(String(dimDotForced));
  });
});
