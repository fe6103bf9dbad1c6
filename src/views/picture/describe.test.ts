import { describe, expect, it } from "vitest";
import type { Stage, StageFigure, StageScene } from "../../stage/types.ts";
import { clustersOf, describeChange, describePicture } from "./describe.ts";
import { british } from "../../../test/support/british.ts";

const figure = (id: string, label: string, count: number, children: StageFigure[] = []): StageFigure => ({
  id,
  label,
  count,
  hue: 1,
  remainder: false,
  children,
});
const charged = figure("charged", "Charged", 290, [
  figure("young", "Young people", 124),
  figure("adult", "Adults", 166),
]);
const stage: Stage = {
  figure: figure("all", "Reports", 1841, [charged, figure("other", "Other", 1551)]),
  dot: 1,
  noun: { one: "report", many: "reports" },
  locale: "en-GB",
  scenes: [],
};
const scene = (split: string[], focus: string[] = []): StageScene => ({ id: "s", split, focus, as: "flow" });
const block = scene([]);
const parted = scene(["all"]);
const ages = scene(["all", "charged"], ["charged"]);

describe("a picture in words", () => {
  it("says what a group has parted into beside the group", () => {
    expect(describePicture(stage, ages, british)).toBe(
      "1,841 reports in 2 groups: Charged 290 (Young people 124, Adults 166), Other 1,551. Lit up: Charged 290.",
    );
  });

  it("says how the groups stand where they don't flow from the whole", () => {
    expect(describePicture(stage, { ...parted, as: "bars" }, british)).toBe(
      "1,841 reports in 2 bars: Charged 290, Other 1,551.",
    );
  });

  it("names the part of the whole that a smaller figure lies in", () => {
    expect(describePicture(stage, scene(["all"], ["young"]), british)).toContain(
      "Lit up: Charged: Young people 124.",
    );
  });

  it("has no clusters where nothing has parted", () => {
    expect(clustersOf(stage, block)).toEqual([]);
  });
});

describe("what has changed since the scene before, in words", () => {
  it("says what has parted, and what has come together again", () => {
    expect(describeChange(stage, block, parted, british)).toBe(
      "Since the step before: these have parted: all reports.",
    );
    expect(describeChange(stage, parted, ages, british)).toBe(
      "Since the step before: these have parted: Charged; others are lit up.",
    );
    expect(describeChange(stage, ages, parted, british)).toBe(
      "Since the step before: these have come together again: Charged; all are lit up again.",
    );
  });

  it("says how the same groups stand now", () => {
    expect(describeChange(stage, parted, { ...parted, as: "bars" }, british)).toBe(
      "Since the step before: the groups stand as bars now.",
    );
  });

  it("says so where no dot has moved", () => {
    expect(describeChange(stage, parted, scene(["all"], ["other"]), british)).toBe(
      "Since the step before: no dot has moved; others are lit up.",
    );
  });
});
