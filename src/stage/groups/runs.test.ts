import { describe, expect, it } from "vitest";
import { shareDots } from "./dots.ts";
import { groupsOf, partAt, partsOf } from "./runs.ts";
import { outcomes, stageOf } from "../../../test/support/stages.ts";
import { layoutStage } from "../layout.ts";
import type { StageScene } from "../types.ts";

const share = shareDots(outcomes, 1);
const parts = (scene: Partial<StageScene>) => partsOf(outcomes, stageOf(outcomes, [scene]).scenes[0], share);

describe("groupsOf", () => {
  it("leaves a whole that is not split in one piece", () => {
    expect(groupsOf(outcomes, []).map(({ figure }) => figure.id)).toEqual(["reports"]);
  });

  it("splits what lies above a split figure as well", () => {
    expect(groupsOf(outcomes, ["cautioned"]).map(({ figure }) => figure.id)).toEqual([
      "charged",
      "warned",
      "cautioned_youths",
      "cautioned_adults",
      "community",
      "evidential",
      "no_outcome",
      "undescribed",
    ]);
  });
});

describe("partsOf", () => {
  it("draws an undivided whole in plain ink", () => {
    expect(parts({})).toEqual([
      { figure: "reports", start: 0, end: 1841, look: { hue: 0, hollow: false, lit: true } },
    ]);
  });

  it("draws the remainder as rings once it stands apart", () => {
    expect(parts({ split: ["reports"] }).at(-1)).toEqual({
      figure: "undescribed",
      start: 1478,
      end: 1841,
      look: { hue: 0, hollow: true, lit: true },
    });
  });

  it("dims all that a scene does not look at, down to the parts of one group", () => {
    const drawn = parts({ split: ["reports"], focus: ["charged_youths"] });
    expect(drawn.filter(({ look }) => look.lit).map(({ figure }) => figure)).toEqual(["charged_youths"]);
    expect(drawn.slice(0, 2).map(({ figure }) => figure)).toEqual(["charged_youths", "charged_adults"]);
  });

  it("shows what it looks at inside an undivided whole in its own colour", () => {
    const drawn = parts({ focus: ["community"] });
    expect(drawn.find(({ figure }) => figure === "community")!.look).toEqual({
      hue: 2,
      hollow: false,
      lit: true,
    });
    expect(drawn.find(({ figure }) => figure === "charged")!.look).toEqual({
      hue: 0,
      hollow: false,
      lit: false,
    });
  });
});

describe("partAt", () => {
  it("names the smallest figure that stands apart in the scene", () => {
    const scenes = [{}, { split: ["reports"] }, { split: ["reports", "charged"] }];
    const { placements } = layoutStage(stageOf(outcomes, scenes), { width: 812, height: 690 }, 13);
    expect(placements.map((placement) => partAt(placement, 0).figure)).toEqual([
      "reports",
      "charged",
      "charged_youths",
    ]);
    expect(partAt(placements[1], 1840).figure).toBe("undescribed");
  });
});
