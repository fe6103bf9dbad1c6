import { describe, expect, it } from "vitest";
import { extent, max, sum } from "./numbers.ts";

const million = Float64Array.from({ length: 1e6 }, (_, i) => Math.sin(i));

describe("numbers", () => {
  it("are compared however many there are", () => {
    const [low, high] = extent(million);
    expect([low, high].map((value) => value.toFixed(6))).toEqual(["-1.000000", "1.000000"]);
    expect(max(million)).toBe(high);
  });

  it("come to nothing where there are none", () => {
    expect(sum([])).toBe(0);
    expect(max([], 3)).toBe(3);
    expect(extent([])).toEqual([Infinity, -Infinity]);
  });
});
