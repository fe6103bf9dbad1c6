import { createError } from "../diagnostics/error.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Cell, CsvRecord } from "./records.ts";
import type { Column } from "./types.ts";

const needed: readonly Column[] = ["id", "parent", "label", "count", "unit"];
const columns: readonly Column[] = [...needed, "kind", "note"];

/** The columns of a file in its own order: null for one that is unknown or there already. */
export type Header = readonly (Column | null)[];

/** Reads the first record as the names of the columns. */
export function readHeader(file: string, record: CsvRecord): { header: Header; diagnostics: Diagnostic[] } {
  const names = record.cells.map(({ text }) => text);
  const header = names.map((name, i) =>
    names.indexOf(name) === i ? (columns.find((c) => c === name) ?? null) : null,
  );
  const separator = names.length === 1 ? /[;\t]/.exec(names[0])?.[0] : undefined;
  if (separator !== undefined) {
    const message = `The columns are divided by ${separator === ";" ? "semicolons" : "tabs"}, not by commas`;
    const hint = "export the file again with commas";
    return {
      header,
      diagnostics: [createError({ file, span: record.span, rule: "data/columns", message, hint })],
    };
  }
  const strange = record.cells.flatMap((cell, i) =>
    header[i] === null ? [reportColumn(file, cell, record)] : [],
  );
  const missing = needed.filter((column) => !header.includes(column));
  return {
    header,
    diagnostics: [...strange, ...missing.map((column) => reportMissing(file, column, record))],
  };
}

function reportColumn(file: string, cell: Cell, record: CsvRecord): Diagnostic {
  const { text, span } = cell;
  const first = record.cells.find((other) => other.text === text);
  if (first !== undefined && first !== cell) {
    const message = `The column ${quote(text)} is there twice`;
    const related = [{ file, span: first.span, message: "the first" }];
    return createError({ file, span, rule: "data/columns", message, hint: "delete or rename one", related });
  }
  const near = nearest(text.trim(), columns);
  const hint = near === null ? `the columns are ${columns.join(", ")}` : `did you mean "${near}"?`;
  const message = text.trim() === "" ? "A column has no name" : `There is no column ${quote(text)}`;
  return createError({ file, span, rule: "data/columns", message, hint });
}

function reportMissing(file: string, column: Column, { span }: CsvRecord): Diagnostic {
  const message = `The column "${column}" is missing`;
  const hint = `the first row names the columns: ${needed.join(", ")}, and if you like kind and note`;
  return createError({ file, span, rule: "data/columns", message, hint });
}
