import fc from "fast-check";
import { arrangements } from "../../src/story/types.ts";
import type { Size, Stage, StageFigure, StageScene } from "../../src/stage/types.ts";

/** Trees, scenes and sizes of every shape, for tests. */

interface Shape {
  readonly count: number;
  readonly children: readonly Shape[];
}

/** A whole of up to four levels, whose children add up to it; counts of 0 and of 1 are common. */
const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(0, 1))
      .map((count) => ({ count, children: [] })),
    fc.array(tie("shape"), { minLength: 2, maxLength: 6 }).map((children) => ({
      count: children.reduce((sum, child) => sum + child.count, 0),
      children,
    })),
  ),
})).shape;

function named(shape: Shape, id: string, label: string, remainder: boolean): StageFigure {
  return {
    id,
    label,
    count: shape.count,
    hue: id.length % 4,
    remainder,
    children: shape.children.map((child, i) =>
      named(child, `${id}_${i}`, `Part ${i + 1} of it`, remainder ? false : i === 2),
    ),
  };
}

function idsWithChildren(figure: StageFigure): string[] {
  return figure.children.length === 0 ? [] : [figure.id, ...figure.children.flatMap(idsWithChildren)];
}

function ids(figure: StageFigure): string[] {
  return [figure.id, ...figure.children.flatMap(ids)];
}

export const anyStage: fc.Arbitrary<Stage> = shape
  .map((whole) => named(whole, "whole", "The whole", false))
  .chain((figure) =>
    fc
      .array(
        fc.record<StageScene>({
          id: fc.constant("scene"),
          split: fc.subarray(idsWithChildren(figure)),
          focus: fc.subarray(ids(figure), { maxLength: Math.min(3, ids(figure).length) }),
          as: fc.constantFrom(...arrangements),
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

function figure(
  id: string,
  label: string,
  count: number,
  hue: number,
  children: StageFigure[] = [],
): StageFigure {
  return { id, label, count, hue, remainder: false, children };
}

function remainder(id: string, label: string, count: number, hue: number): StageFigure {
  return { id, label, count, hue, remainder: true, children: [] };
}

/** A whole like that of the first story: six outcomes, two of them divided, and a remainder. */
export const outcomes: StageFigure = figure("reports", "Reports", 1841, 0, [
  figure("charged", "Charged", 290, 1, [
    figure("charged_youths", "Young people", 124, 1),
    remainder("charged_adults", "Adults", 166, 1),
  ]),
  figure("warned", "Warned", 38, 1),
  figure("cautioned", "Cautioned", 54, 1, [
    figure("cautioned_youths", "Young people", 15, 1),
    figure("cautioned_adults", "Adults", 39, 1),
  ]),
  figure("community", "Community resolution", 273, 2),
  figure("evidential", "Evidential difficulties", 240, 3),
  figure("no_outcome", "No detection, or no outcome yet", 583, 3),
  remainder("undescribed", "Described by no published outcome", 363, 0),
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
