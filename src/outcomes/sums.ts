import { createError } from "../diagnostics/error.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { formatCount } from "./counts.ts";
import { childrenOf, descend, type Family } from "./family.ts";
import type { Header } from "./header.ts";
import { type Row, spanOf, textOf } from "./rows.ts";
import type { Column } from "./types.ts";

/** How many rows a message points to. */
const mostRelated = 20;

/**
 * The count of each row, remainders worked out, and what does not add up.
 * A sum is left unjudged, and a remainder without a count, where another problem may be the cause.
 */
export function resolveCounts(
  file: string,
  header: Header,
  family: Family,
): { counts: ReadonlyMap<Row, number>; diagnostics: Diagnostic[] } {
  const counts = new Map<Row, number>();
  const diagnostics: Diagnostic[] = [];
  const unsure = unsureSums(family);
  for (const { row } of descend(family)) {
    const whole = row.count ?? counts.get(row);
    if (whole === undefined) continue;
    counts.set(row, whole);
    const parts = childrenOf(family, row);
    if (parts.length === 0 || unsure.has(row)) continue;
    const [remainder, ...tooMany] = parts.filter(isRemainder);
    const left = BigInt(whole) - total(parts);
    if (tooMany.length > 0)
      diagnostics.push(...tooMany.map((other) => reportRemainders(file, remainder, other)));
    else if (left < 0n) diagnostics.push(reportOver(file, row, whole, parts));
    else if (remainder !== undefined) counts.set(remainder, Number(left));
    else if (left > 0n) diagnostics.push(reportUnder(file, header, family, { row, whole, left, parts }));
  }
  return { counts, diagnostics };
}

function isRemainder(row: Row): boolean {
  return textOf(row, "count") === "";
}

function total(parts: readonly Row[]): bigint {
  return parts.reduce((sum, row) => sum + BigInt(row.count ?? 0), 0n);
}

/** The rows whose parts are in doubt, since one of them is: its place, its id or its count. */
function unsureSums({ rows, byId, roots, orphans }: Family): Set<Row | null> {
  if (roots.length !== 1 || rows.some((row) => !row.whole)) return new Set(rows);
  const doubtful = rows.filter((row) => {
    const unreadable = !isRemainder(row) && row.count === null;
    return unreadable || (textOf(row, "id") !== "" && byId.get(textOf(row, "id")) !== row);
  });
  return new Set([
    ...orphans.map(({ near }) => near),
    ...doubtful.map((row) => byId.get(textOf(row, "parent")) ?? null),
  ]);
}

function reportRemainders(file: string, first: Row, other: Row): Diagnostic {
  return createError({
    file,
    span: spanOf(other, "count"),
    rule: "data/sum",
    message: `Rows ${first.number} and ${other.number} both have no count, and only one can be the remainder of ${quote(textOf(other, "parent"))}`,
    hint: "write the count of one",
    related: [{ file, span: spanOf(first, "count"), message: `row ${first.number}` }],
  });
}

function reportOver(file: string, row: Row, whole: number, parts: readonly Row[]): Diagnostic {
  const sum = total(parts);
  return createError({
    file,
    span: spanOf(row, "count"),
    rule: "data/sum",
    message: `The parts of ${quote(textOf(row, "id"))} come to ${say(sum)}, ${say(sum - BigInt(whole))} more than its ${say(whole)}`,
    hint: "correct a count, or the parent of a part",
    related: pointTo(file, parts),
  });
}

function reportUnder(
  file: string,
  header: Header,
  family: Family,
  { row, whole, left, parts }: { row: Row; whole: number; left: bigint; parts: readonly Row[] },
): Diagnostic {
  const addition = remainderRow(header, family, row);
  return createError({
    file,
    span: spanOf(row, "count"),
    rule: "data/sum",
    message: `The parts of ${quote(textOf(row, "id"))} come to ${say(total(parts))}, ${say(left)} less than its ${say(whole)}`,
    hint: `correct a count, or add this row for the ${say(left)} (a blank count is the remainder):\n${addition}`,
    related: pointTo(file, parts),
  });
}

/** The row that would make the parts add up, in the file's own columns. */
function remainderRow(header: Header, { byId }: Family, parent: Row): string {
  const id = textOf(parent, "id");
  const names = [`${id}_rest`, ...Array.from({ length: byId.size }, (_, i) => `${id}_rest_${i + 2}`)];
  const values: Partial<Record<Column, string>> = {
    id: names.find((name) => !byId.has(name)),
    parent: id,
    label: "Remainder",
    unit: textOf(parent, "unit"),
  };
  return header.map((column) => escapeCell((column && values[column]) ?? "")).join(",");
}

function escapeCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function pointTo(file: string, rows: readonly Row[]): Diagnostic["related"] {
  return rows.slice(0, mostRelated).map((row) => ({
    file,
    span: spanOf(row, "count"),
    message: isRemainder(row)
      ? `row ${row.number}`
      : `row ${row.number}: ${say(Number(textOf(row, "count")))}`,
  }));
}

/** Messages are in English, whatever the story's locale. */
function say(count: number | bigint): string {
  return formatCount(count, "en-GB");
}
