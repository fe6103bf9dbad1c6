import { hueOf } from "../stage/draw/hue.ts";
import { formatCount } from "../outcomes/counts.ts";
import { fraction, toNumber } from "../outcomes/fraction.ts";
import { formatShare } from "../outcomes/shares.ts";
import { figureOf, isHollow, kindOf, nameDerived, partsOf } from "../outcomes/tree.ts";
import type { Figure, FigureTree } from "../outcomes/types.ts";

/** One part of a whole, as a chart shows it. */
export interface Part {
  /** The figure's label; where the count is derived, it says so. */
  readonly label: string;
  /** The count in digits: "1,841". */
  readonly count: string;
  readonly unit: string;
  /** The share of the whole with one decimal: "15.8%"; "–" where the whole is 0. */
  readonly share: string;
  /** The same share as a number from 0 to 1; 0 where the whole is 0. */
  readonly size: number;
  readonly kind: string | null;
  /** The class of its mark: `h0`, `h1`, … for the hue, and `hollow` for a remainder. */
  readonly mark: string;
}

/** A figure and its parts, as a chart shows them. Every share is of this whole. */
export interface Whole {
  readonly label: string;
  /** The count in digits and the unit: "1,841 incidents". */
  readonly counted: string;
  /** All of it: "100%". */
  readonly share: string;
  readonly parts: readonly Part[];
}

/** The figure of that id and its parts, in the order of the file. */
export function readWhole(tree: FigureTree, id: string, locale: string): Whole {
  const figure = figureOf(tree, id);
  const parts = partsOf(tree, id).map((part) => readPart(tree, part, figure.count, locale));
  const counted = `${formatCount(figure.count, locale)} ${figure.unit}`;
  return {
    label: nameDerived(figure.label, figure),
    counted,
    share: formatShare(fraction(1), 0, locale),
    parts,
  };
}

function readPart(tree: FigureTree, figure: Figure, whole: number, locale: string): Part {
  const { id, count, unit } = figure;
  const share = whole === 0 ? null : fraction(count, whole);
  return {
    label: nameDerived(figure.label, figure),
    count: formatCount(count, locale),
    unit,
    share: share === null ? "–" : formatShare(share, 1, locale),
    size: share === null ? 0 : toNumber(share),
    kind: kindOf(tree, id),
    mark: markOf(tree, id),
  };
}

function markOf(tree: FigureTree, id: string): string {
  const hue = hueOf(tree, id);
  return isHollow(tree, id) ? `h${hue} hollow` : `h${hue}`;
}
