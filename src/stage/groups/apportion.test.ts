import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.ts";

describe("apportion", () => {
  it("gives the left-over to the largest remainders", () => {
    expect(apportion(10, [15, 25, 60], [1, 1, 1])).toEqual([2, 2, 6]);
    expect(apportion(3, [1, 1, 1], [1, 1, 1])).toEqual([1, 1, 1]);
  });

  it("gives nobody less than the fewest, at the cost of those who have most", () => {
    expect(apportion(10, [1, 1, 998], [1, 1, 1])).toEqual([1, 1, 8]);
  });
});
