import { describe, expect, it } from "vitest";
import { outcomes, stageOf } from "../../../test/support/stages.ts";
import { layoutStage } from "../layout.ts";
import { frameAt, type Frame } from "../transition.ts";
import { dark, light } from "./palette.ts";
import { drawDots, mixColours, type Pixels } from "./raster.ts";

const look = { hue: 1, ring: false, highlighted: true };

function pixels(width: number, height: number, sharpness: number): Pixels {
  const [w, h] = [width * sharpness, height * sharpness];
  return { colours: new Uint32Array(w * h), width: w, height: h, sharpness };
}

/** Dots at some places, all alike. */
function frameOf(dots: readonly (readonly [number, number])[], radius: number, from = look): Frame {
  return {
    size: { width: 40, height: 40 },
    x: Float64Array.from(dots, ([x]) => x),
    y: Float64Array.from(dots, ([, y]) => y),
    radius,
    runs: [{ start: 0, end: dots.length, from, to: from }],
    lookProgress: 0,
    labels: [],
    bands: [],
  };
}

/** The area that is covered, in CSS pixels. */
function coveredArea({ colours, sharpness }: Pixels): number {
  return colours.reduce((sum, colour) => sum + (colour >>> 24) / 255, 0) / sharpness ** 2;
}

function pixelAt({ colours, width, sharpness }: Pixels, x: number, y: number): string {
  const colour = colours[Math.floor(y * sharpness) * width + Math.floor(x * sharpness)];
  const hex = (value: number) => value.toString(16).padStart(2, "0");
  return `#${hex(colour & 255)}${hex((colour >> 8) & 255)}${hex((colour >> 16) & 255)} ${colour >>> 24}`;
}

describe("drawDots", () => {
  it.each([1, 2, 3])("fills a dot's own area with its colour at %i pixels to a CSS pixel", (sharpness) => {
    const to = pixels(40, 40, sharpness);
    drawDots(to, frameOf([[20.3, 19.8]], 6), light);
    expect(coveredArea(to)).toBeCloseTo(Math.PI * 36, 0);
    expect(pixelAt(to, 20, 20)).toBe(`${light.hues[1]} 255`);
    expect(pixelAt(to, 2, 2)).toBe("#000000 0");
  });

  it("leaves the middle of a ring clear", () => {
    const to = pixels(40, 40, 2);
    drawDots(to, frameOf([[20, 20]], 8, { ...look, ring: true }), light);
    expect(pixelAt(to, 20, 20)).toBe("#000000 0");
    expect(pixelAt(to, 20, 13)).toBe(`${light.hues[1]} 255`);
    expect(coveredArea(to)).toBeCloseTo(Math.PI * (64 - (8 * 0.64) ** 2), 0);
  });

  it("dims what is not highlighted, and cuts off what leaves the picture", () => {
    const to = pixels(40, 40, 1);
    drawDots(
      to,
      frameOf(
        [
          [0, 0],
          [40, 40],
          [20, 20],
        ],
        5,
        { ...look, highlighted: false },
      ),
      dark,
    );
    expect(pixelAt(to, 20, 20)).toBe(`${dark.hues[1]} 51`);
    expect(coveredArea(to)).toBeCloseTo(0.2 * Math.PI * 25 * 1.5, 0);
  });

  it("shows every one of 1,841 dots", () => {
    const layout = layoutStage(
      stageOf(outcomes, [{}, { split: ["reports"] }]),
      { width: 358, height: 467 },
      13,
    );
    for (const scene of [0, 1]) {
      const frame = frameAt(layout, scene, 1);
      const to = pixels(358, 467, 3);
      drawDots(to, frame, light);
      for (const { start, end, to: look } of frame.runs) {
        for (let i = start; i < end; i++) {
          // A ring is seen at its edge, a full dot in its middle.
          const aside = look.ring ? frame.radius * 0.82 : 0;
          expect(Number(pixelAt(to, frame.x[i] + aside, frame.y[i]).split(" ")[1])).toBeGreaterThan(100);
        }
      }
    }
  });
});

describe("mixColours", () => {
  it("goes from one colour to the other, blue in the highest byte", () => {
    const mixes = [0, 0.5, 1].map((t) => mixColours("#000000", "#ff8040", t));
    expect(mixes).toEqual([0, 0x204080, 0x4080ff]);
  });
});
