import { describe, expect, it } from "vitest";
import type { Points } from "./grid.ts";
import { chooseLeads, wayAt } from "./leads.ts";

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

describe("chooseLeads", () => {
  it("lets groups go straight that don't meet", () => {
    const [from, to] = [groupsAt([0, 0], [100, 0]), groupsAt([0, 100], [100, 100])];
    expect([...chooseLeads(from, to, two)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("leads two that change places past each other", () => {
    const [from, to] = [groupsAt([0, 0], [100, 100]), groupsAt([100, 100], [0, 0])];
    const leads = chooseLeads(from, to, two);
    expect(leads[0]).not.toBe(leads[4]);
    const apart = [0.2, 0.35, 0.5, 0.65, 0.8].map((t) => {
      const at = (lead: number) => [wayAt(t, "x", lead), wayAt(t, "y", lead)];
      const [one, other] = [at(leads[0]), at(leads[4]).map((way) => 1 - way)];
      return 100 * Math.hypot(one[0] - other[0], one[1] - other[1]);
    });
    expect(Math.min(...apart)).toBeGreaterThan(10);
  });

  it("gives all dots of a group the same, and none to dots of no group", () => {
    const [from, to] = [groupsAt([0, 0], [100, 100]), groupsAt([100, 100], [0, 0])];
    const leads = chooseLeads(from, to, two);
    expect(new Set(leads.slice(4)).size).toBe(1);
    expect([...chooseLeads(from, to, [])]).toEqual(Array(8).fill(0));
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
