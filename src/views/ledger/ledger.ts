import type { Comparison } from "../../outcomes/evaluate.ts";
import type { Language } from "../../language/types.ts";
import { figuresIn } from "../../outcomes/expression.ts";
import { writeText } from "../../outcomes/expression-text.ts";
import type { Node } from "../../outcomes/expression-types.ts";
import { toNumber } from "../../outcomes/fraction.ts";
import { figureOf, partsOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import { groupsOf } from "../../stage/groups/groups.ts";
import type { Binding, Block, Citation, Correction, Story } from "../../story/types.ts";
import { describeOrigin } from "../receipts/origin.ts";
import { stageOf } from "../picture/stage-of.ts";

/** A figure of the data, and how the story comes by it. */
export interface LedgerFigure {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly unit: string;
  readonly row: number;
  readonly derived: boolean;
  /** In words: "row 3 of data/x.csv", or "derived: 1,841 − 1,478". */
  readonly origin: string;
}

/** Where something stands, and in which scene, if in any. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly scene: string | null;
}

/** What something in the text rests on. */
interface Sources {
  readonly figures: readonly string[];
  /** The rows of those figures; of a derived one also those that it is worked out from. */
  readonly rows: readonly number[];
}

export interface LedgerNumber extends Place, Sources {
  readonly kind: Exclude<Binding["kind"], "claim">;
  readonly text: string;
  readonly expression: string;
  readonly of: string | null;
  readonly value: number;
  /** The expression with the counts in place of the ids. */
  readonly derivation: string;
}

/** A comparison of a claim, with what its two sides come to. */
interface LedgerComparison {
  readonly left: number;
  readonly operator: Comparison["operator"];
  readonly right: number;
}

export interface LedgerClaim extends Place, Sources {
  readonly text: string;
  readonly that: string;
  readonly sides: readonly LedgerComparison[];
}

/** A number from outside the data, and who vouches for it. */
export interface LedgerCitation extends Place {
  readonly text: string;
  readonly source: string;
}

/** A picture or a chart, and the figures that stand in it. */
export interface LedgerPicture {
  /** The id of a scene, the caption of a chart. */
  readonly name: string;
  readonly figures: readonly string[];
}

/** Every number on a story's page: where it stands, and where it comes from. */
export interface Ledger {
  readonly story: string;
  readonly data: string;
  readonly figures: readonly LedgerFigure[];
  readonly numbers: readonly LedgerNumber[];
  readonly claims: readonly LedgerClaim[];
  readonly citations: readonly LedgerCitation[];
  readonly pictures: readonly LedgerPicture[];
  readonly charts: readonly LedgerPicture[];
  readonly corrections: readonly Correction[];
}

/** A story with its ledger, worked out once. */
export interface StoryWithLedger extends Story {
  readonly ledger: Ledger;
}

export function buildLedger(story: Story, language: Language): Ledger {
  const { slug, tree, scenes, blocks, bindings, citations, corrections } = story;
  const { figure: whole } = stageOf(story, scenes, language);
  const charts = blocks.filter((block) => block.type === "chart");
  return {
    story: slug,
    data: tree.file,
    figures: [...tree.figures.values()].map(({ id, label, count, unit, row, derived }) => {
      return { id, label, count, unit, row, derived, origin: describeOrigin(tree, id, language) };
    }),
    numbers: bindings.flatMap((binding) => describeNumber(binding, story)),
    claims: bindings.flatMap((binding) => describeClaim(binding, story)),
    citations: citations.map((citation) => {
      return { text: citation.text, source: citation.source, ...placeOf(citation, story) };
    }),
    pictures: scenes.map(({ id, split }) => {
      return { name: id, figures: groupsOf(whole, split).map(({ figure }) => figure.id) };
    }),
    charts: charts.map((chart) => ({ name: chart.caption.text, figures: figuresInChart(chart, tree) })),
    corrections,
  };
}

export function formatLedger(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}

function describeNumber(binding: Binding, story: Story): LedgerNumber[] {
  const { kind, text, expression, of, value } = binding;
  if (kind === "claim" || value === null) return [];
  const { tree } = story;
  return [
    {
      kind,
      text,
      expression: expression.source,
      of: of?.source ?? null,
      value,
      derivation: writeText(workingOf(binding), (id) => String(figureOf(tree, id).count)),
      ...sourcesOf(binding, tree),
      ...placeOf(binding, story),
    },
  ];
}

/** A number as one expression: a share is a division. */
function workingOf({ expression: { node: left }, of }: Binding): Node {
  if (of === null) return left;
  const { node: right } = of;
  return { type: "arithmetic", operator: "/", left, right, start: left.start, end: left.end };
}

function describeClaim(binding: Binding, story: Story): LedgerClaim[] {
  const { text, expression, comparisons } = binding;
  if (comparisons === null) return [];
  const sides = comparisons.map(({ left, operator, right }) => {
    return { left: toNumber(left.value), operator, right: toNumber(right.value) };
  });
  const sources = sourcesOf(binding, story.tree);
  return [{ text, that: expression.source, sides, ...sources, ...placeOf(binding, story) }];
}

function placeOf({ span, scene }: Binding | Citation, { file }: Story): Place {
  return { file, line: span.start.line, column: span.start.column, scene };
}

function sourcesOf({ expression, of }: Binding, tree: FigureTree): Sources {
  const figures = [...new Set([expression, ...(of === null ? [] : [of])].flatMap(figuresIn))];
  const rows = new Set(figures.flatMap((id) => rowsOf(id, tree)));
  return { figures, rows: [...rows].sort((a, b) => a - b) };
}

function rowsOf(id: string, tree: FigureTree): number[] {
  const { row, derived, parent } = figureOf(tree, id);
  if (!derived || parent === null) return [row];
  return [...rowsOf(parent, tree), ...partsOf(tree, parent).map((part) => part.row)];
}

function figuresInChart({ of }: Block & { type: "chart" }, tree: FigureTree): string[] {
  return [...new Set(of.flatMap((id) => [id, ...partsOf(tree, id).map((part) => part.id)]))];
}
