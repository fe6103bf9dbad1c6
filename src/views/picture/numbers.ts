import { groupName } from "../../stage/arrangements/flow/parting.ts";
import type { Stage, StageFigure, StageScene } from "../../stage/types.ts";
import { formatCount } from "../../outcomes/counts.ts";
import { fraction } from "../../outcomes/fraction.ts";
import { formatShare } from "../../outcomes/shares.ts";
import { figureOf, nameDerived } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
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

export function tabulatePicture(stage: Stage, scene: StageScene, tree: FigureTree): NumbersTable {
  const { figure: whole, locale, noun } = stage;
  const row = (name: string, { id, count }: StageFigure): NumbersRow => ({
    name,
    count: `${formatCount(count, locale)} ${figureOf(tree, id).unit}`,
    share: whole.count === 0 ? "–" : formatShare(fraction(count, whole.count), 1, locale),
  });
  const groups = clustersOf(stage, scene).flatMap(({ top, parts }) => [
    row(nameDerived(top.label, top), top),
    ...parts.map((part) => row(nameDerived(`${top.label}: ${groupName(top, part)}`, part), part)),
  ]);
  return {
    heads: ["Group", "Count", `Of ${formatCount(whole.count, locale)}`],
    rows: [...groups, row(`All ${noun.many}`, whole)],
  };
}
