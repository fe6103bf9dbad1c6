import { createError } from "../diagnostics/error.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { formatCount } from "./counts.ts";
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
    const problem = explainCount(count);
    return problem === null ? [] : [createError({ file, span, rule: "data/count", ...problem })];
  });
}

/** The number in a count cell; null where it is blank (the remainder) or cannot be read. */
export function parseCount(count: string): number | null {
  return count !== "" && explainCount(count) === null ? Number(count) : null;
}

/** What is wrong with a count, and the way out; null where nothing is, as in a blank one. */
function explainCount(count: string): { message: string; hint: string } | null {
  if (count === "") return null;
  const most = Number.MAX_SAFE_INTEGER;
  if (/^\d+$/.test(count)) {
    if (BigInt(count.slice(0, 30)) <= BigInt(most) && count.length <= 30) return null;
    return {
      message: `The count ${quote(count)} is over ${formatCount(most, "en-GB")}`,
      hint: "check its digits",
    };
  }
  if (/^[-−–]\s*\d/.test(count)) {
    return { message: `The count ${quote(count)} is negative`, hint: "a count is 0 or more" };
  }
  if (/^\s+\d+\s*$|^\d+\s+$/.test(count)) {
    return { message: `The count ${quote(count)} has a space beside it`, hint: `write ${count.trim()}` };
  }
  if (/^\d{1,3}([,.'’_\s]\d{3})+$/.test(count)) {
    const plain = count.replace(/\D/g, "");
    return { message: `The count ${quote(count)} is written with a separator`, hint: `write ${plain}` };
  }
  if (/^\d*[.,]\d+$/.test(count)) {
    return {
      message: `The count ${quote(count)} is not a whole number`,
      hint: "write whole things, without decimals",
    };
  }
  const hint = "write plain digits, or leave it blank if it is the remainder";
  return { message: `The count ${quote(count)} is not a number in plain digits`, hint };
}
