import { describe, expect, it } from "vitest";
import { readFigures } from "../../outcomes/read.ts";
import type { Scene, Story } from "../../story/types.ts";
import { describeDot, describePicture } from "./describe.ts";
import { stageOf } from "./stage-of.ts";
import { british } from "../../../test/support/british.ts";

const csv = `id,parent,label,count,unit,kind,note
all,,Everything,1200,cases,,
done,all,Done,700,cases,Ended,
early,done,Early,300,cases,,
late,done,Late,,cases,Ended,
open,all,Open,400,cases,Not ended,
rest,all,Unknown,,cases,,
`;
const { tree } = readFigures("data/test.csv", new TextEncoder().encode(csv));
const story = { tree, dot: 1, noun: { one: "case", many: "cases" } } as Story;
const scene = (split: string[], focus: string[] = []) =>
  ({ id: "a", split, focus, as: "flow" }) as unknown as Scene;
const stage = stageOf(story, [scene(["all"], ["open"])], british);

describe("the stage of a story", () => {
  it("nests the figures with the counts of the tree", () => {
    expect(stage.figure).toMatchObject({
      count: 1200,
      children: [
        { id: "done", children: [{ count: 300 }, { count: 400 }] },
        { id: "open" },
        { id: "rest", count: 100 },
      ],
    });
  });

  it("numbers the hues by the file's kinds, and says which is the remainder", () => {
    expect(stage.figure.children).toMatchObject([
      { hue: 1, remainder: false },
      { hue: 2, remainder: false },
      { hue: 0, remainder: true },
    ]);
  });

  it("keeps of a scene only what decides its picture", () => {
    expect(stage.scenes).toEqual([{ id: "a", split: ["all"], focus: ["open"], as: "flow" }]);
  });
});

describe("a picture in words", () => {
  it("names the groups that stand apart with their counts, and what is lit up", () => {
    expect(describePicture(stage, stage.scenes[0], british)).toBe(
      "1,200 cases in 3 groups: Done 700, Open 400, Unknown 100. Lit up: Open 400.",
    );
  });

  it("says that an undivided whole is one block", () => {
    expect(describePicture(stage, { ...stage.scenes[0], split: [], focus: [] }, british)).toBe(
      "1,200 cases in one block.",
    );
  });

  it("says what one dot is", () => {
    expect(describeDot(stage, british)).toBe("One dot is one case.");
    expect(describeDot({ ...stage, dot: 5 }, british)).toBe("One dot is 5 cases.");
  });
});
