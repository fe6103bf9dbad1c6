import { groupName } from "../../stage/groups/names.ts";
import type { Stage, StageFigure, StageScene } from "../../stage/types.ts";
import type { Language } from "../../language/types.ts";
import { fraction } from "../../outcomes/fraction.ts";
import { figureOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import { nameDerived, unitBeside } from "../naming.ts";
import { clustersOf } from "./describe.ts";

/** A picture as a table: its groups in order, and the whole last. */
export interface NumbersTable {
  /** "Group", "Count", "Of 1,841" */
  readonly heads: readonly string[];
  readonly rows: readonly NumbersRow[];
}

/** "Charged: Adults", "166 people", "9.0%"; the share is "–" where the whole is nothing. */
interface NumbersRow {
  readonly name: string;
  readonly count: string;
  readonly share: string;
}

export function tabulatePicture(
  stage: Stage,
  scene: StageScene,
  tree: FigureTree,
  language: Language,
): NumbersTable {
  const { figure: whole, noun } = stage;
  const { picture } = language;
  const row = (name: string, { id, count }: StageFigure): NumbersRow => ({
    name,
    count: `${language.count(count)} ${unitBeside(count, figureOf(tree, id).unit, noun, language)}`,
    share: whole.count === 0 ? "–" : language.share(fraction(count, whole.count), 1),
  });
  const named = (name: string, figure: StageFigure) =>
    row(nameDerived(name, { derived: figure.remainder }, language), figure);
  const groups = clustersOf(stage, scene).flatMap(({ top, parts }) => [
    named(top.label, top),
    ...parts.map((part) => named(`${top.label}: ${groupName(top, part)}`, part)),
  ]);
  return {
    heads: [picture.group, picture.count, picture.share({ total: language.count(whole.count) })],
    rows: [...groups, row(picture.all({ noun }), whole)],
  };
}
