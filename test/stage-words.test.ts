import { expect, it } from "vitest";
import { drawStageWords } from "../docs/pictures/stage-words.ts";

it("shows what the words of the stage mean as the code draws them", async () => {
  await expect(drawStageWords()).toMatchFileSnapshot("../docs/pictures/stage-words.svg");
});
