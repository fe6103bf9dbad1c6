import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyStage, outcomes } from "../../../test/support/stages.ts";
import type { StageFigure } from "../types.ts";
import { allocateDots, dotsOf } from "./dots.ts";

function every(figure: StageFigure): StageFigure[] {
  return [figure, ...figure.children.flatMap(every)];
}

describe("allocateDots", () => {
  it("gives every figure as many dots as it counts where a dot is one report", () => {
    const dots = allocateDots(outcomes, 1);
    expect(dots.count).toBe(1841);
    for (const { id, count } of every(outcomes)) {
      const { start, end } = dotsOf(dots, id);
      expect(end - start).toBe(count);
    }
  });

  it("keeps children in their parent, adds up, and gives each figure over 0 a dot, whatever the tree", () => {
    fc.assert(
      fc.property(anyStage, ({ figure, dot }) => {
        const dots = allocateDots(figure, dot);
        for (const { id, count, children } of every(figure)) {
          const own = dotsOf(dots, id);
          expect(own.end - own.start > 0).toBe(count > 0);
          let at = own.start;
          for (const child of children) {
            const range = dotsOf(dots, child.id);
            expect(range.start).toBe(at);
            at = range.end;
          }
          if (children.length > 0) expect(at).toBe(own.end);
        }
      }),
      { seed: 1841 },
    );
  });
});
