import type { Noun } from "../../language/types.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import type { Binding } from "../types.ts";

/** What a number in the prose may have been meant for. */
export interface KnownFigures {
  /** Counts, each with the ways to bind it. */
  readonly counts: ReadonlyMap<number, readonly string[]>;
  /** What the figures count, in lower case: people, cases. */
  readonly units: ReadonlySet<string>;
  /** The words by which the story speaks of its figures, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** Of a thousand figures that are 0, nobody wants to read all. */
const mostWays = 5;

/** The counts of all figures, and of the sums that the story binds somewhere, with the words that go with them. */
export function knownFigures(
  tree: FigureTree | null,
  bindings: readonly Binding[],
  noun: Noun,
): KnownFigures {
  const counts = new Map<number, string[]>();
  const add = (count: number, expression: string) => {
    const ways = counts.get(count) ?? [];
    if (ways.length < mostWays && !ways.includes(expression)) counts.set(count, [...ways, expression]);
  };
  const figures = [...(tree?.figures.values() ?? [])];
  for (const { id, count } of figures) add(count, id);
  for (const { kind, value, expression } of bindings) {
    if (kind === "n" && value !== null) add(value, expression.source);
  }
  const texts = [noun.one, noun.many, ...figures.flatMap(({ unit, label }) => [unit, label])];
  return {
    counts,
    units: new Set(figures.map(({ unit }) => unit.toLowerCase())),
    words: new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? [])),
  };
}
