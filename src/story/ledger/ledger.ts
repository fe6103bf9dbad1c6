import { figuresIn, parseExpression } from "../../outcomes/expression.ts";
import { describeOrigin, figureOf, isPartOf, partsOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import type { Binding, Block, Citation, Correction, Scene, Story } from "../types.ts";

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
interface Grounds {
  readonly figures: readonly string[];
  /** The rows of those figures; of a derived one also those that it is worked out from. */
  readonly rows: readonly number[];
}

export interface LedgerNumber extends Place, Grounds {
  readonly kind: Exclude<Binding["kind"], "claim">;
  readonly text: string;
  readonly expression: string;
  readonly of: string | null;
  readonly value: number;
  /** The expression with the counts in place of the ids. */
  readonly derivation: string;
}

export interface LedgerClaim extends Place, Grounds {
  readonly text: string;
  readonly that: string;
  readonly sides: NonNullable<Binding["sides"]>;
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

export function buildLedger(story: Story, locale: string): Ledger {
  const { slug, tree, blocks, bindings, citations, corrections } = story;
  const scenes = blocks.flatMap((block) => (block.type === "stage" ? block.scenes : []));
  const charts = blocks.filter((block) => block.type === "chart");
  return {
    story: slug,
    data: tree.file,
    figures: [...tree.figures.values()].map(({ id, label, count, unit, row, derived }) => {
      return { id, label, count, unit, row, derived, origin: describeOrigin(tree, id, locale) };
    }),
    numbers: bindings.flatMap((binding) => describeNumber(binding, story)),
    claims: bindings.flatMap((binding) => describeClaim(binding, story)),
    citations: citations.map((citation) => {
      return { text: citation.text, source: citation.source, ...placeOf(citation, story) };
    }),
    pictures: scenes.map((scene) => ({ name: scene.id, figures: figuresInPicture(scene, tree) })),
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
  const derivation = withCounts(of === null ? expression : `${grouped(expression)} / ${grouped(of)}`, tree);
  return [
    {
      kind,
      text,
      expression,
      of,
      value,
      derivation,
      ...groundsOf(binding, tree),
      ...placeOf(binding, story),
    },
  ];
}

function describeClaim(binding: Binding, story: Story): LedgerClaim[] {
  const { text, expression, sides } = binding;
  if (sides === null) return [];
  return [{ text, that: expression, sides, ...groundsOf(binding, story.tree), ...placeOf(binding, story) }];
}

function placeOf({ span, scene }: Binding | Citation, { file }: Story): Place {
  return { file, line: span.start.line, column: span.start.column, scene };
}

function groundsOf({ expression, of }: Binding, tree: FigureTree): Grounds {
  const figures = [...new Set([...namedIn(expression), ...(of === null ? [] : namedIn(of))])];
  const rows = new Set(figures.flatMap((id) => rowsOf(id, tree)));
  return { figures, rows: [...rows].sort((a, b) => a - b) };
}

function namedIn(source: string): string[] {
  const parsed = parseExpression(source);
  return "expression" in parsed ? figuresIn(parsed.expression) : [];
}

function rowsOf(id: string, tree: FigureTree): number[] {
  const { row, derived, parent } = figureOf(tree, id);
  if (!derived || parent === null) return [row];
  return [...rowsOf(parent, tree), ...partsOf(tree, parent).map((part) => part.row)];
}

/** A sum of figures in parentheses; a figure by itself as it is. */
function grouped(expression: string): string {
  return /^\w+$/.test(expression) ? expression : `(${expression})`;
}

/** `charged / reports` with the counts of the figures: `290 / 1841`. */
function withCounts(expression: string, tree: FigureTree): string {
  return expression.replace(/[a-z]\w*/g, (id) => String(tree.figures.get(id)?.count ?? id));
}

/** The figures that stand apart in a scene's picture. What lies above a split figure is split too. */
function figuresInPicture({ split }: Scene, tree: FigureTree): string[] {
  const groupsOf = (id: string): string[] => {
    const opens = split.some((one) => isPartOf(tree, one, id));
    const parts = opens ? partsOf(tree, id) : [];
    return parts.length === 0 ? [id] : parts.flatMap((part) => groupsOf(part.id));
  };
  return groupsOf(tree.root);
}

function figuresInChart({ of }: Block & { type: "chart" }, tree: FigureTree): string[] {
  return [...new Set(of.flatMap((id) => [id, ...partsOf(tree, id).map((part) => part.id)]))];
}
