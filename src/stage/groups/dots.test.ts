import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, shareDots } from "./dots.ts";
import { anyStage, outcomes } from "../../../test/support/stages.ts";
import type { StageFigure } from "../types.ts";

function every(figure: StageFigure): StageFigure[] {
  return [figure, ...figure.parts.flatMap(every)];
}

describe("apportion", () => {
  it("gives the left-over to the largest remainders", () => {
    expect(apportion(10, [15, 25, 60], [1, 1, 1])).toEqual([2, 2, 6]);
    expect(apportion(3, [1, 1, 1], [1, 1, 1])).toEqual([1, 1, 1]);
  });

  it("gives nobody less than the fewest, at the cost of those who have most", () => {
    expect(apportion(10, [1, 1, 998], [1, 1, 1])).toEqual([1, 1, 8]);
  });
});

describe("shareDots", () => {
  it("gives every figure as many dots as it counts where a dot is one report", () => {
    const share = shareDots(outcomes, 1);
    expect(share.count).toBe(1841);
    for (const { id, count } of every(outcomes)) {
      const { start, end } = share.ranges.get(id)!;
      expect(end - start).toBe(count);
    }
  });

  it("keeps parts in their whole, adds up, and gives each figure over 0 a dot, whatever the tree", () => {
    fc.assert(
      fc.property(anyStage, ({ figure, dot }) => {
        const share = shareDots(figure, dot);
        for (const { id, count, parts } of every(figure)) {
          const whole = share.ranges.get(id)!;
          expect(whole.end - whole.start > 0).toBe(count > 0);
          let at = whole.start;
          for (const part of parts) {
            const range = share.ranges.get(part.id)!;
            expect(range.start).toBe(at);
            at = range.end;
          }
          if (parts.length > 0) expect(at).toBe(whole.end);
        }
      }),
      { seed: 1841 },
    );
  });
});
