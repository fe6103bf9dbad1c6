import type { Language, Noun } from "../language/types.ts";
import { hueOf } from "../stage/draw/hue.ts";
import { fraction, toNumber } from "../outcomes/fraction.ts";
import { figureOf, isHollow, kindOf, partsOf } from "../outcomes/tree.ts";
import type { Figure, FigureTree } from "../outcomes/types.ts";
import { nameDerived, unitBeside } from "../views/naming.ts";

/** One part of a whole, as a chart shows it. */
export interface Part {
  /** The figure's label; where the count is derived, it says so. */
  readonly label: string;
  /** The count in digits: "1,841". */
  readonly count: string;
  readonly unit: string;
  /** The share of the whole with one decimal: "15.8%"; "–" where the whole is 0. */
  readonly share: string;
  /** Both: "290 · 15.8%". */
  readonly value: string;
  /** The same share as a number from 0 to 1; 0 where the whole is 0. */
  readonly size: number;
  readonly kind: string | null;
  /** The hue of its kind, as CSS. */
  readonly colour: string;
  /** How much of that hue fills it, from 0 to 1: nothing of a remainder without a kind. */
  readonly fillOpacity: number;
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

/** What charts are made from. */
export interface ChartContext {
  readonly tree: FigureTree;
  readonly noun: Noun;
  readonly language: Language;
}

/** The figure of that id and its parts, in the order of the file. */
export function readWhole(context: ChartContext, id: string): Whole {
  const { tree, language } = context;
  const figure = figureOf(tree, id);
  const parts = partsOf(tree, id).map((part) => readPart(context, part, figure.count));
  const counted = `${language.count(figure.count)} ${unitOf(figure, context)}`;
  return {
    label: nameDerived(figure.label, figure, language),
    counted,
    share: language.share(fraction(1), 0),
    parts,
  };
}

function unitOf({ count, unit }: Figure, { noun, language }: ChartContext): string {
  return unitBeside(count, unit, noun, language);
}

function readPart(context: ChartContext, figure: Figure, whole: number): Part {
  const { tree, language } = context;
  const { id } = figure;
  const ratio = whole === 0 ? null : fraction(figure.count, whole);
  const count = language.count(figure.count);
  const share = ratio === null ? "–" : language.share(ratio, 1);
  const hue = hueOf(tree, id);
  return {
    label: nameDerived(figure.label, figure, language),
    count,
    unit: unitOf(figure, context),
    share,
    value: `${count} · ${share}`,
    size: ratio === null ? 0 : toNumber(ratio),
    kind: kindOf(tree, id),
    colour: hue === 0 ? "var(--ink)" : `var(--hue-${hue})`,
    fillOpacity: isHollow(tree, id) ? 0 : 1,
  };
}
