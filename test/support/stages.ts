import fc from "fast-check";
import type { Size, Stage, StageFigure, StageScene } from "../../src/stage/types.ts";

/** Trees, scenes and sizes of every shape, for tests. */

interface Shape {
  readonly count: number;
  readonly parts: readonly Shape[];
}

/** A whole of up to four levels, whose parts add up to it; parts of 0 and of 1 are common. */
const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(0, 1)).map((count) => ({ count, parts: [] })),
    fc.array(tie("shape"), { minLength: 2, maxLength: 6 }).map((parts) => ({
      count: parts.reduce((sum, part) => sum + part.count, 0),
      parts,
    })),
  ),
})).shape;

function named(shape: Shape, id: string, label: string, remainder: boolean): StageFigure {
  return {
    id,
    label,
    count: shape.count,
    hue: id.length % 4,
    hollow: remainder,
    derived: remainder,
    parts: shape.parts.map((part, i) =>
      named(part, `${id}_${i}`, `Part ${i + 1} of it`, remainder ? false : i === 2),
    ),
  };
}

function idsWithParts(figure: StageFigure): string[] {
  return figure.parts.length === 0 ? [] : [figure.id, ...figure.parts.flatMap(idsWithParts)];
}

function ids(figure: StageFigure): string[] {
  return [figure.id, ...figure.parts.flatMap(ids)];
}

export const anyStage: fc.Arbitrary<Stage> = shape
  .map((whole) => named(whole, "whole", "The whole", false))
  .chain((figure) =>
    fc
      .array(
        fc.record<StageScene>({
          id: fc.constant("scene"),
          split: fc.subarray(idsWithParts(figure)),
          focus: fc.subarray(ids(figure), { maxLength: Math.min(3, ids(figure).length) }),
          as: fc.constantFrom("flow", "blocks", "bars"),
        }),
        { minLength: 1, maxLength: 5 },
      )
      .chain((scenes) =>
        fc.constantFrom(1, 2, 10).map((dot) => ({
          figure,
          dot,
          noun: { one: "report", many: "reports" },
          locale: "en-GB",
          scenes: scenes.map((scene, i) => ({ ...scene, id: `scene-${i}` })),
        })),
      ),
  );

export const anySize: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 260, max: 1400 }),
  height: fc.integer({ min: 300, max: 1100 }),
});

const part = (
  id: string,
  label: string,
  count: number,
  hue: number,
  parts: StageFigure[] = [],
  remainder: "stays" | "ringed" | null = null,
): StageFigure => ({
  id,
  label,
  count,
  hue,
  parts,
  hollow: remainder === "ringed",
  derived: remainder !== null,
});

/** A whole like that of the first story: six outcomes, two of them divided, and a remainder. */
export const outcomes: StageFigure = part("reports", "Reports", 1841, 0, [
  part("charged", "Charged", 290, 1, [
    part("charged_youths", "Young people", 124, 1),
    part("charged_adults", "Adults", 166, 1, [], "stays"),
  ]),
  part("warned", "Warned", 38, 1),
  part("cautioned", "Cautioned", 54, 1, [
    part("cautioned_youths", "Young people", 15, 1),
    part("cautioned_adults", "Adults", 39, 1),
  ]),
  part("community", "Community resolution", 273, 2),
  part("evidential", "Evidential difficulties", 240, 3),
  part("no_outcome", "No detection, or no outcome yet", 583, 3),
  part("undescribed", "Described by no published outcome", 363, 0, [], "ringed"),
]);

export function stageOf(figure: StageFigure, scenes: readonly Partial<StageScene>[], dot = 1): Stage {
  return {
    figure,
    dot,
    noun: { one: "report", many: "reports" },
    locale: "en-GB",
    scenes: scenes.map((scene, i) => ({ id: `scene-${i}`, split: [], focus: [], as: "flow", ...scene })),
  };
}
