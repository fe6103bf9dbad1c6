import { describe, expect, it } from "vitest";
import type { Points } from "../types.ts";
import { groupSizeAt, planJourney, progressOnAxis } from "./journey.ts";

/** Groups of four dots each, with their middles at some places. */
function groupsAt(...middles: readonly (readonly [number, number])[]): Points {
  const corners = [-2, 2].flatMap((x) => [-2, 2].map((y) => [x, y]));
  const dots = middles.flatMap(([x, y]) => corners.map(([dx, dy]) => [x + dx, y + dy]));
  return { x: Float64Array.from(dots, ([x]) => x), y: Float64Array.from(dots, ([, y]) => y) };
}

const two = [
  { start: 0, end: 4 },
  { start: 4, end: 8 },
];

describe("planJourney", () => {
  it("lets groups go straight, and as large as they are, that don't overlap", () => {
    const [from, to] = [groupsAt([0, 0], [100, 0]), groupsAt([0, 100], [100, 100])];
    const { delays, contraction } = planJourney(from, to, two, 3);
    expect([...delays]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(contraction).toBe(0);
  });

  it("lets two that change places pass each other, all dots of a group alike", () => {
    const [from, to] = [groupsAt([0, 0], [100, 100]), groupsAt([100, 100], [0, 0])];
    const { delays } = planJourney(from, to, two, 3);
    expect(delays[0]).not.toBe(delays[4]);
    expect(new Set(delays.slice(4)).size).toBe(1);
    const apart = [0.2, 0.35, 0.5, 0.65, 0.8].map((t) => {
      const at = (delay: number) => [progressOnAxis(t, "x", delay), progressOnAxis(t, "y", delay)];
      const [one, other] = [at(delays[0]), at(delays[4]).map((way) => 1 - way)];
      return 100 * Math.hypot(one[0] - other[0], one[1] - other[1]);
    });
    expect(Math.min(...apart)).toBeGreaterThan(10);
  });

  it("contracts groups that can't pass each other", () => {
    const [from, to] = [groupsAt([0, 0], [6, 0]), groupsAt([6, 0], [0, 0])];
    expect(planJourney(from, to, two, 1).contraction).toBeGreaterThan(0);
  });

  it("takes no notice of a group without dots", () => {
    const [from, to] = [groupsAt([0, 0], [100, 0]), groupsAt([0, 100], [100, 100])];
    expect(planJourney(from, to, [...two, { start: 8, end: 8 }], 3).contraction).toBe(0);
  });

  it("leaves dots of no group alone", () => {
    const [from, to] = [groupsAt([0, 0], [100, 100]), groupsAt([100, 100], [0, 0])];
    expect(planJourney(from, to, [], 3)).toEqual({ contraction: 0, delays: new Float64Array(8) });
  });
});

describe("groupSizeAt", () => {
  it("is whole at both ends, and less by the contraction half-way", () => {
    expect([0, 0.5, 1].map((t) => groupSizeAt(t, 0.5))).toEqual([1, 0.5, 1]);
    expect([0, 0.5, 1].map((t) => groupSizeAt(t, 0))).toEqual([1, 1, 1]);
  });
});

describe("progressOnAxis", () => {
  it("begins at 0 and ends at 1, sideways later than up and down by the delay", () => {
    for (const delay of [-0.2, 0, 0.2]) {
      expect([progressOnAxis(0, "x", delay), progressOnAxis(0, "y", delay)]).toEqual([0, 0]);
      expect([progressOnAxis(1, "x", delay), progressOnAxis(1, "y", delay)]).toEqual([1, 1]);
    }
    expect(progressOnAxis(0.5, "y", 0.2)).toBeGreaterThan(progressOnAxis(0.5, "x", 0.2));
    expect(progressOnAxis(0.5, "y", -0.2)).toBeLessThan(progressOnAxis(0.5, "x", -0.2));
  });
});
