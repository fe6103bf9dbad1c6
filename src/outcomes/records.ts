import { CsvError, parse } from "csv-parse/sync";
import { createError } from "../diagnostics/error.ts";
import { type SourceText, spanAt } from "../diagnostics/source-text.ts";
import type { Diagnostic, Span } from "../diagnostics/types.ts";

/** One cell of a CSV, without its quotes; its place with them. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface CsvRecord {
  /** The record's number as a spreadsheet shows it: blank lines count, line breaks in quotes don't. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly span: Span;
}

const mostRows = 10_000;
const mostCells = 100;

/**
 * The records of a CSV (RFC 4180, LF or CRLF) with the place of each cell. Rows without any text are left out.
 * After broken quoting nothing can be told apart any more: the list is then null.
 */
export function readRecords(
  file: string,
  source: SourceText,
): { records: CsvRecord[] | null; diagnostics: Diagnostic[] } {
  const fail = (span: Span, message: string, hint: string) => ({
    records: null,
    diagnostics: [createError({ file, span, rule: "data/syntax", message, hint })],
  });
  try {
    const records = placeCells(source, parseCells(source.text));
    const tooMany = records.at(mostRows + 1);
    if (tooMany !== undefined) {
      return fail(
        tooMany.span,
        "The file has more than 10,000 rows",
        "keep only the rows that the story uses",
      );
    }
    return {
      records: records.filter(({ cells }) => cells.some(({ text }) => text.trim() !== "")),
      diagnostics: [],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fail(placeOfError(source, error), ...explain(error.code));
  }
}

/** A cell as the parser gives it: `byteEnd` is where it ends in the text as UTF-8. */
interface ParsedCell {
  readonly text: string;
  readonly byteEnd: number;
}

/** Throws a CsvError. */
function parseCells(text: string): ParsedCell[][] {
  // The parser types what it returns by its options, and knows nothing of what `cast` makes.
  const rows: unknown = parse(text, {
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    to: mostRows + 2,
    cast: (cell, context): ParsedCell => {
      if (context.index >= mostCells) throw new CsvError("CSV_MAX_RECORD_SIZE", "", undefined, context);
      return { text: cell, byteEnd: context.bytes };
    },
  });
  return rows as ParsedCell[][];
}

/** Cells stand one behind the other, each from the comma or line end that closed the one before. */
function placeCells(source: SourceText, rows: readonly (readonly ParsedCell[])[]): CsvRecord[] {
  const bytes = new TextEncoder().encode(source.text);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let [byteStart, start] = [0, 0];
  return rows.map((row, i) => {
    const cells = row.map(({ text, byteEnd }) => {
      const end = start + decoder.decode(bytes.subarray(byteStart, byteEnd)).length;
      const span = spanAt(source, start, end);
      const separator = source.text.startsWith("\r\n", end) ? 2 : 1;
      [byteStart, start] = [byteEnd + separator, end + separator];
      return { text, span };
    });
    return { row: i + 1, cells, span: { start: cells[0].span.start, end: cells[cells.length - 1].span.end } };
  });
}

/** From the cell that could not be read to the end of its line. */
function placeOfError(source: SourceText, error: CsvError): Span {
  const { bytes, index } = error as CsvError & { bytes: number; index: number };
  // Within a record the parser has counted up to the comma before the cell; at its start, past the line end.
  const byteStart = index === 0 ? bytes : bytes + 1;
  const start = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    new TextEncoder().encode(source.text).subarray(0, byteStart),
  ).length;
  const lineEnd = source.text.slice(start).search(/\r?\n|$/);
  return spanAt(source, start, start + lineEnd);
}

function explain(code: string): [message: string, hint: string] {
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return ["The quotation mark that opens this cell is never closed", 'end the cell with "'];
    case "INVALID_OPENING_QUOTE":
      return [
        "A quotation mark stands inside a cell that does not begin with one",
        'put the whole cell in quotation marks and double those inside: "He said ""no"""',
      ];
    case "CSV_INVALID_CLOSING_QUOTE":
      return [
        "Text follows the quotation mark that closes this cell",
        'write a quotation mark inside a cell twice: ""',
      ];
    default:
      return [`This row has more than ${mostCells} cells`, "check its commas"];
  }
}
