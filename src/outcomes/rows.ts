import { createError } from "../diagnostics/error.ts";
import type { Diagnostic, Span } from "../diagnostics/types.ts";
import { parseCount } from "./count-cell.ts";
import type { Header } from "./header.ts";
import type { Cell, CsvRecord } from "./records.ts";
import type { Column } from "./types.ts";

/** A record whose cells are known by their columns, not yet checked. */
export interface Row {
  readonly number: number;
  readonly span: Span;
  /** Whether it has as many cells as the header. If not, its cells may stand under the wrong columns. */
  readonly whole: boolean;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  /** Null where it is blank, as a remainder's is, or cannot be read. */
  readonly count: number | null;
}

/** Puts the cells of each record under their columns. */
export function readRows(
  file: string,
  header: Header,
  records: readonly CsvRecord[],
): { rows: Row[]; diagnostics: Diagnostic[] } {
  const rows = records.map(({ row, span, cells }): Row => {
    const byColumn: Row["cells"] = Object.fromEntries(
      header.flatMap((column, i) => (column !== null && i < cells.length ? [[column, cells[i]]] : [])),
    );
    const count = parseCount(byColumn.count?.text ?? "");
    return { number: row, span, whole: cells.length === header.length, cells: byColumn, count };
  });
  const ragged = records.filter(({ cells }) => cells.length !== header.length);
  return { rows, diagnostics: ragged.map((record) => reportWidth(file, header.length, record)) };
}

/** What a cell says; "" where it is blank or the file has no such column. Prose loses the space around it. */
export function textOf(row: Row, column: Column): string {
  const text = row.cells[column]?.text ?? "";
  return column === "id" || column === "parent" || column === "count" ? text : text.trim();
}

/**
 * Where a cell stands; where there is none, its row. A cell after a line break in another has no place on its
 * row's first line, the one by which people know the row: it is then shown from there.
 */
export function spanOf(row: Row, column: Column): Span {
  const span = row.cells[column]?.span ?? row.span;
  return span.start.line === row.span.start.line ? span : { start: row.span.start, end: span.end };
}

function reportWidth(file: string, width: number, { row, cells, span }: CsvRecord): Diagnostic {
  const message = `Row ${row} has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, and the header has ${width}`;
  return cells.length > width
    ? createError({
        file,
        span:
          cells[width].span.start.line === span.start.line
            ? { start: cells[width].span.start, end: span.end }
            : span,
        rule: "data/syntax",
        message,
        hint: 'put a cell that holds a comma in quotation marks: "so, like this"',
      })
    : createError({
        file,
        span,
        rule: "data/syntax",
        message,
        hint: `${width - cells.length === 1 ? "a comma is" : `${width - cells.length} commas are`} missing, even where cells are blank`,
      });
}
