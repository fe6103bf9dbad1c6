import { expect, it } from "vitest";
import { breakLabel, measureLabel } from "./labels.ts";

const linesOf = (name: string, room: number) => {
  const format = new Intl.NumberFormat("en-GB");
  const figure = { id: "x", label: name, count: 3, hue: 0, remainder: false, children: [] };
  return breakLabel(measureLabel(figure, name, format, 13, false), room).lines.filter((line) => line !== "");
};

it("cuts a word that is longer than a line so that three letters or more go over", () => {
  expect(linesOf("Unknown", 50)).toEqual(["Unkn-", "own"]);
  expect(linesOf("Unknown", 90)).toEqual(["Unknown"]);
});
