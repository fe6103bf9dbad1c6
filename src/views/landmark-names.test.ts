import { expect, it } from "vitest";
import { readSpecimen } from "../../test/support/specimen.ts";
import { landmarkNames } from "./landmark-names.ts";
import { british } from "../../test/support/british.ts";

const aside = (title: string) => `:::aside[${title}]\nWords.\n:::\n\n`;
const scene = (id: string) => `:::scene{#${id}}\nWords.\n:::\n\n`;
const namesIn = (text: string) => {
  const { story, diagnostics } = readSpecimen(text);
  if (!story) throw new Error(JSON.stringify(diagnostics));
  return [...landmarkNames(story.blocks, british).values()];
};

it("names the steps and the asides of a story by what they are", () => {
  expect(namesIn(scene("a") + scene("b") + "Words.\n\n" + aside("How we counted"))).toEqual([
    "Steps",
    "How we counted",
  ]);
});

it("tells apart several stages, and asides of one title", () => {
  expect(
    namesIn(scene("a") + aside("Note") + scene("b") + aside("Note (2)") + aside("Note") + aside("Help")),
  ).toEqual(["Steps", "Note", "Steps (2)", "Note (2)", "Note (3)", "Help (2)"]);
});
