import type { Span } from "../diagnostics/types.ts";

/** The columns of a figures file, see the README. */
export type Column = "id" | "parent" | "label" | "count" | "unit" | "kind" | "note";

/** One row of a figures file: a count of something, and the figure it is part of. */
export interface Figure {
  readonly id: string;
  /** The id of the figure that this one is part of; null for the root. */
  readonly parent: string | null;
  /** The ids of its parts, in the order of the file. */
  readonly children: readonly string[];
  /** 0 for the root. */
  readonly depth: number;
  readonly label: string;
  readonly count: number;
  /** True where the file leaves the count blank: the parent less its other parts. */
  readonly derived: boolean;
  /** What is counted, in the source's own word: incidents, people, cases. */
  readonly unit: string;
  /** The editorial group as the row gives it; null where the cell is blank. See `kindOf`. */
  readonly kind: string | null;
  readonly note: string | null;
  /** The record's number as a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  /** Where each cell of the row stands in the file. A column the file leaves out has no entry. */
  readonly cells: Readonly<Partial<Record<Column, Span>>>;
}

/** The figures of one file as a tree. Parts and remainder add up to the whole, exactly. */
export interface FigureTree {
  /** Path of the file, relative to the project's root. */
  readonly file: string;
  /** The id of the one figure without a parent. */
  readonly root: string;
  /** All figures by id, in the order of the file. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** The kinds in the order in which the file first names them. */
  readonly kinds: readonly string[];
}
