import { describe, expect, it } from "vitest";
import { dotAt, labelAt } from "./hit.ts";
import { outcomes, stageOf } from "../../../test/support/stages.ts";
import { layoutStage } from "../layout.ts";
import { frameAt } from "../transition.ts";

const stage = stageOf(outcomes, [{}, { split: ["reports"] }, { split: ["reports", "charged"] }]);
const layout = layoutStage(stage, { width: 812, height: 690 }, 13);

describe("dotAt", () => {
  const frame = frameAt(layout, 1, 1);

  it("finds every dot at its own place", () => {
    for (let i = 0; i < frame.x.length; i += 7)
      expect(dotAt(frame, { x: frame.x[i], y: frame.y[i] })).toBe(i);
  });

  it("forgives a near miss, and finds nothing far from all", () => {
    expect(dotAt(frame, { x: frame.x[0] - 5, y: frame.y[0] - 5 })).toBe(0);
    expect(dotAt(frame, { x: 811, y: 200 })).toBeNull();
  });
});

describe("labelAt", () => {
  it("finds the figure whose words are there", () => {
    const { item: label } = frameAt(layout, 1, 1).labels.find(({ item }) => item.figure === "community")!;
    expect(labelAt(frameAt(layout, 1, 1), { x: label.x + 20, y: label.y - 4 })).toBe("community");
    expect(labelAt(frameAt(layout, 1, 1), { x: 811, y: 200 })).toBeNull();
  });
});
