import { createError } from "../diagnostics/error.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { explainCount } from "./count-cell.ts";
import type { Header } from "./header.ts";
import { type Row, spanOf, textOf } from "./rows.ts";

const longestId = 64;

/** Words of the expressions, and names that every JavaScript object has. */
const reservedIds = new Set(["and", "or", "not", "about", "between", "constructor", "prototype"]);

/** What is wrong with single cells: ids, blanks and counts. */
export function checkCells(file: string, header: Header, rows: readonly Row[]): Diagnostic[] {
  const whole = rows.filter((row) => row.whole);
  return [
    ...(header.includes("id") ? [...checkIds(file, rows), ...checkDuplicates(file, rows)] : []),
    ...(header.includes("label") ? checkFilled(file, whole, "label", "what a reader sees") : []),
    ...(header.includes("unit") ? checkFilled(file, whole, "unit", "what is counted, such as people") : []),
    ...(header.includes("count") ? checkCounts(file, whole) : []),
  ];
}

function checkIds(file: string, rows: readonly Row[]): Diagnostic[] {
  return rows.flatMap((row) => {
    const id = textOf(row, "id");
    const message = explainId(id);
    if (message === null) return [];
    const proposal = proposeId(id);
    const hint =
      proposal === ""
        ? "ids begin with a letter from a to z, then letters, digits and _"
        : `write ${proposal}`;
    return [createError({ file, span: spanOf(row, "id"), rule: "data/id", message, hint })];
  });
}

/** What is wrong with an id; null where nothing is. */
function explainId(id: string): string | null {
  if (id === "") return "The row has no id";
  if (reservedIds.has(id)) return `The id ${quote(id)} is a reserved word`;
  if (id.length > longestId)
    return `The id ${quote(id)} has ${id.length} characters, and can have ${longestId}`;
  return /^[a-z][a-z0-9_]*$/.test(id)
    ? null
    : `The id ${quote(id)} is not made of a to z, 0 to 9 and _ alone`;
}

/** The id that someone may have meant; "" where there is none to guess. */
function proposeId(id: string): string {
  if (reservedIds.has(id)) return `${id}_`;
  const letters = id
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_");
  return letters.replace(/^[_0-9]+|_+$/g, "").slice(0, longestId);
}

function checkDuplicates(file: string, rows: readonly Row[]): Diagnostic[] {
  const firsts = new Map<string, Row>();
  return rows.flatMap((row) => {
    const id = textOf(row, "id");
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, row);
    if (first === undefined || id === "") return [];
    const message = `Rows ${first.number} and ${row.number} have the same id, ${quote(id)}`;
    const related = [{ file, span: spanOf(first, "id"), message: `row ${first.number}` }];
    const hint = "give each its own, or delete one";
    return [
      createError({ file, span: spanOf(row, "id"), rule: "data/duplicate-id", message, hint, related }),
    ];
  });
}

function checkFilled(
  file: string,
  rows: readonly Row[],
  column: "label" | "unit",
  what: string,
): Diagnostic[] {
  return rows
    .filter((row) => textOf(row, column) === "")
    .map((row) =>
      createError({
        file,
        span: spanOf(row, column),
        rule: "data/columns",
        message: `Row ${row.number} has no ${column}`,
        hint: `write ${what}`,
      }),
    );
}

function checkCounts(file: string, rows: readonly Row[]): Diagnostic[] {
  return rows.flatMap((row) => {
    const count = textOf(row, "count");
    const span = spanOf(row, "count");
    if (count === "" && textOf(row, "parent") === "" && row.cells.parent !== undefined) {
      const message = "The whole has no count, and there is nothing that it could be the remainder of";
      return [
        createError({ file, span, rule: "data/count", message, hint: "write how many there are in all" }),
      ];
    }
    if (count === "" || row.count !== null) return [];
    return [createError({ file, span, rule: "data/count", ...explainCount(count) })];
  });
}
