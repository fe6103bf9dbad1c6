import { type Fraction, fraction } from "./fraction.ts";
import { figureOf, partsOf } from "./tree.ts";
import type { FigureTree } from "./types.ts";

/** A figure's outcomes: its parts, one of which, the rest, is known to be some of the others, but not which. */
export interface Outcomes {
  readonly of: string;
  readonly rest: string;
  /** The outcomes that are not final. */
  readonly open: readonly string[];
}

/** Of what shares are taken: of all, of what is outside the rest, of what is final besides. */
export type Whole = "all" | "described" | "final";

/** The parts of a figure once the rest has been counted with one of them. */
export interface Assigned {
  /** What the whole comes to. */
  readonly total: number;
  readonly parts: readonly AssignedPart[];
}

export interface AssignedPart {
  readonly id: string;
  readonly count: number;
  /** Null where it is no part of the whole, or where the whole is 0. */
  readonly share: Fraction | null;
}

/**
 * What a figure's parts are a share of, if all the rest belonged to the outcome `into`; null leaves it apart.
 * A rest that is counted with an outcome is described, and as final as that outcome: so the wholes grow with it.
 */
export function assignRemainder(
  tree: FigureTree,
  outcomes: Outcomes,
  whole: Whole,
  into: string | null,
): Assigned {
  const { of, rest } = outcomes;
  const remainder = figureOf(tree, rest).count;
  const counts = partsOf(tree, of).map(({ id, count }) => {
    if (into !== null && id === rest) return { id, count: 0 };
    return { id, count: id === into ? count + remainder : count };
  });
  const total = counts.reduce(
    (sum, { id, count }) => (isInWhole(outcomes, whole, id) ? sum + count : sum),
    0,
  );
  const parts = counts.map(({ id, count }) => ({
    id,
    count,
    share: isInWhole(outcomes, whole, id) && total > 0 ? fraction(count, total) : null,
  }));
  return { total, parts };
}

/** Whether an outcome belongs to a whole. */
function isInWhole({ rest, open }: Outcomes, whole: Whole, id: string): boolean {
  return whole === "all" || (id !== rest && !(whole === "final" && open.includes(id)));
}

/** Between what an outcome's share of a whole lies that has all the rest in it. */
export interface Limits {
  readonly total: number;
  /** If the outcome had none of the rest, and if it had all of it. */
  readonly least: Fraction;
  readonly most: Fraction;
}

/** The limits of an outcome's share. Null for what is no part of the whole, or where the whole is 0. */
export function limitsOf(tree: FigureTree, outcomes: Outcomes, whole: Whole, id: string): Limits | null {
  const { total, parts } = assignRemainder(tree, outcomes, whole, id);
  const most = parts.find((part) => part.id === id)?.share ?? null;
  if (most === null) return null;
  return { total, least: fraction(figureOf(tree, id).count, total), most };
}
