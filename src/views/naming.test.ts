import { expect, it } from "vitest";
import { british } from "../../test/support/british.ts";
import { unitBeside } from "./naming.ts";

const noun = { one: "complaint", many: "complaints" };
const units = (unit: string) =>
  [0, 1, 2].map((count) => `${count} ${unitBeside(count, unit, noun, british)}`);

it("a unit that is the story's noun is singular beside 1", () => {
  expect(units("complaints")).toEqual(["0 complaints", "1 complaint", "2 complaints"]);
});

it("a unit of which the story knows no other form stays as the source has it", () => {
  expect(units("cases")).toEqual(["0 cases", "1 cases", "2 cases"]);
});
