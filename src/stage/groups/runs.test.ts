import { describe, expect, it } from "vitest";
import { outcomes, stageOf } from "../../../test/support/stages.ts";
import { layoutStage } from "../layout.ts";
import type { StageScene } from "../types.ts";
import { allocateDots } from "./dots.ts";
import { runAt, runsOf } from "./runs.ts";

const dots = allocateDots(outcomes, 1);
const runsIn = (scene: Partial<StageScene>) => runsOf(outcomes, stageOf(outcomes, [scene]).scenes[0], dots);

describe("runsOf", () => {
  it("draws an undivided whole in plain ink", () => {
    expect(runsIn({})).toEqual([
      { figure: "reports", start: 0, end: 1841, look: { hue: 0, ring: false, highlighted: true } },
    ]);
  });

  it("draws the remainder as rings once it stands apart", () => {
    expect(runsIn({ split: ["reports"] }).at(-1)).toEqual({
      figure: "undescribed",
      start: 1478,
      end: 1841,
      look: { hue: 0, ring: true, highlighted: true },
    });
  });

  it("dims all that is not in focus, down to the children of one group", () => {
    const drawn = runsIn({ split: ["reports"], focus: ["charged_youths"] });
    expect(drawn.filter(({ look }) => look.highlighted).map(({ figure }) => figure)).toEqual([
      "charged_youths",
    ]);
    expect(drawn.slice(0, 2).map(({ figure }) => figure)).toEqual(["charged_youths", "charged_adults"]);
  });

  it("shows what is highlighted inside an undivided whole in its own colour", () => {
    const drawn = runsIn({ focus: ["community"] });
    expect(drawn.find(({ figure }) => figure === "community")!.look).toEqual({
      hue: 2,
      ring: false,
      highlighted: true,
    });
    expect(drawn.find(({ figure }) => figure === "charged")!.look).toEqual({
      hue: 0,
      ring: false,
      highlighted: false,
    });
  });
});

describe("runAt", () => {
  it("names the smallest figure that stands apart in the scene", () => {
    const scenes = [{}, { split: ["reports"] }, { split: ["reports", "charged"] }];
    const { placements } = layoutStage(stageOf(outcomes, scenes), { width: 812, height: 690 }, 13);
    expect(placements.map((placement) => runAt(placement, 0).figure)).toEqual([
      "reports",
      "charged",
      "charged_youths",
    ]);
    expect(runAt(placements[1], 1840).figure).toBe("undescribed");
  });
});
