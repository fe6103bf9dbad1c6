import { createError } from "../diagnostics/error.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { checkCells } from "./cells.ts";
import { decodeText } from "./decode.ts";
import { checkFamily, childrenOf, descend, type Family, familyOf } from "./family.ts";
import { type Header, readHeader } from "./header.ts";
import { readRecords } from "./records.ts";
import { readRows, type Row, textOf } from "./rows.ts";
import { resolveCounts } from "./sums.ts";
import type { Figure, FigureTree } from "./types.ts";

/**
 * Reads a figures file: UTF-8, RFC 4180, one row a figure, which together make one tree whose parts add up.
 * `file` is its path relative to the project's root. All problems are reported at once, sorted by place;
 * with any, there is no tree. Prose cells lose the space around them; nothing else is changed.
 */
export function readFigures(
  file: string,
  bytes: Uint8Array,
): { tree: FigureTree | null; diagnostics: Diagnostic[] } {
  const decoded = decodeText(file, bytes);
  if (decoded.source === null) return { tree: null, diagnostics: decoded.diagnostics };
  const { records, diagnostics } = readRecords(file, decoded.source);
  const before = [...decoded.diagnostics, ...diagnostics];
  if (records === null) return { tree: null, diagnostics: sortDiagnostics(before) };
  const [first, ...others] = records;
  if (first === undefined) return { tree: null, diagnostics: [...before, reportEmpty(file)] };

  const { header, diagnostics: columns } = readHeader(file, first);
  const { rows, diagnostics: widths } = readRows(file, header, others);
  const cells = checkCells(file, header, rows);
  const family = familyOf(rows);
  const connected = header.includes("id") && header.includes("parent");
  const links = connected ? checkFamily(file, family, first.span) : [];
  const sums = resolveCounts(file, header, family);
  const arithmetic = connected && header.includes("count") ? sums.diagnostics : [];
  const all = [...before, ...columns, ...widths, ...cells, ...links, ...arithmetic];
  return {
    tree: all.length === 0 ? buildTree(file, header, family, sums.counts) : null,
    diagnostics: sortDiagnostics(all),
  };
}

function reportEmpty(file: string): Diagnostic {
  const start = { line: 1, column: 1 };
  const message = "The file is empty";
  const hint = "begin with the names of the columns: id,parent,label,count,unit,kind,note";
  return createError({ file, span: { start, end: start }, rule: "data/columns", message, hint });
}

/** The tree of rows in which nothing is wrong. */
function buildTree(
  file: string,
  header: Header,
  family: Family,
  counts: ReadonlyMap<Row, number>,
): FigureTree {
  const depths = new Map(descend(family).map(({ row, depth }) => [row, depth]));
  const figures = family.rows.map((row): Figure => {
    const [count, depth] = [counts.get(row), depths.get(row)];
    // Sums and links have been checked, so each row has both.
    if (count === undefined || depth === undefined)
      throw new Error(`Row ${row.number} of ${file} was not reached`);
    return {
      id: textOf(row, "id"),
      parent: textOf(row, "parent") || null,
      children: childrenOf(family, row).map((child) => textOf(child, "id")),
      depth,
      label: textOf(row, "label"),
      count,
      derived: textOf(row, "count") === "",
      unit: textOf(row, "unit"),
      kind: textOf(row, "kind") || null,
      note: textOf(row, "note") || null,
      row: row.number,
      cells: Object.fromEntries(
        header.flatMap((column) => (column === null ? [] : [[column, row.cells[column]?.span]])),
      ),
    };
  });
  return {
    file,
    root: textOf(family.roots[0], "id"),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    kinds: [...new Set(figures.flatMap(({ kind }) => (kind === null ? [] : [kind])))],
  };
}
