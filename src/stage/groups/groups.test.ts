import { describe, expect, it } from "vitest";
import { outcomes } from "../../../test/support/stages.ts";
import { groupsOf } from "./groups.ts";

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
