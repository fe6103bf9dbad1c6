import { describe, expect, it } from "vitest";
import type { Points } from "./grid.ts";
import { planJourney, sizeOnTheWay, wayAt } from "./journey.ts";

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
  it("lets groups go straight, and as large as they are, that don't meet", () => {
    const [from, to] = [groupsAt([0, 0], [100, 0]), groupsAt([0, 100], [100, 100])];
    const { leads, gathers } = planJourney(from, to, two, 3);
    expect([...leads]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(gathers).toBe(0);
  });

  it("leads two that change places past each other, all dots of a group alike", () => {
    const [from, to] = [groupsAt([0, 0], [100, 100]), groupsAt([100, 100], [0, 0])];
    const { leads } = planJourney(from, to, two, 3);
    expect(leads[0]).not.toBe(leads[4]);
    expect(new Set(leads.slice(4)).size).toBe(1);
    const apart = [0.2, 0.35, 0.5, 0.65, 0.8].map((t) => {
      const at = (lead: number) => [wayAt(t, "x", lead), wayAt(t, "y", lead)];
      const [one, other] = [at(leads[0]), at(leads[4]).map((way) => 1 - way)];
      return 100 * Math.hypot(one[0] - other[0], one[1] - other[1]);
    });
    expect(Math.min(...apart)).toBeGreaterThan(10);
  });

  it("lets them gather where there is no way round", () => {
    const [from, to] = [groupsAt([0, 0], [6, 0]), groupsAt([6, 0], [0, 0])];
    expect(planJourney(from, to, two, 1).gathers).toBeGreaterThan(0);
  });

  it("leaves dots of no group alone", () => {
    const [from, to] = [groupsAt([0, 0], [100, 100]), groupsAt([100, 100], [0, 0])];
    expect(planJourney(from, to, [], 3)).toEqual({ gathers: 0, leads: new Float64Array(8) });
  });
});

describe("sizeOnTheWay", () => {
  it("is whole at both ends, and less by what gathers half-way", () => {
    expect([0, 0.5, 1].map((t) => sizeOnTheWay(t, 0.5))).toEqual([1, 0.5, 1]);
    expect([0, 0.5, 1].map((t) => sizeOnTheWay(t, 0))).toEqual([1, 1, 1]);
  });
});

describe("wayAt", () => {
  it("begins at 0 and ends at 1, along later than up and down where that leads", () => {
    for (const lead of [-0.2, 0, 0.2]) {
      expect([wayAt(0, "x", lead), wayAt(0, "y", lead)]).toEqual([0, 0]);
      expect([wayAt(1, "x", lead), wayAt(1, "y", lead)]).toEqual([1, 1]);
    }
    expect(wayAt(0.5, "y", 0.2)).toBeGreaterThan(wayAt(0.5, "x", 0.2));
    expect(wayAt(0.5, "y", -0.2)).toBeLessThan(wayAt(0.5, "x", -0.2));
  });
});
