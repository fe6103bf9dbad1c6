import { csvFormatRow } from "d3";
import type { FiguresColumn } from "../language/words.ts";
import { kindOf } from "../outcomes/tree.ts";
import type { FigureTree } from "../outcomes/types.ts";

/** The columns of the published figures; what each holds, the language says. */
export const publishedColumns = [
  { name: "id", type: "string" },
  { name: "parent", type: "string" },
  { name: "label", type: "string" },
  { name: "count", type: "integer" },
  { name: "derived", type: "boolean" },
  { name: "unit", type: "string" },
  { name: "kind", type: "string" },
  { name: "note", type: "string" },
] as const satisfies readonly { readonly name: FiguresColumn; readonly type: string }[];

/** The figures as the story uses them: RFC 4180, remainders worked out and marked, text harmless to spreadsheets. */
export function buildFiguresCsv(tree: FigureTree): string {
  const rows = [...tree.figures.values()].map(({ id, parent, label, count, derived, unit, note }) => [
    id,
    parent ?? "",
    asText(label),
    String(count),
    String(derived),
    asText(unit),
    asText(kindOf(tree, id) ?? ""),
    asText(note ?? ""),
  ]);
  const lines = [publishedColumns.map(({ name }) => name), ...rows].map((row) => csvFormatRow(row));
  return lines.map((line) => `${line}\r\n`).join("");
}

/** What spreadsheets would run as a formula begins with an apostrophe, which makes them show it as it is (OWASP). */
function asText(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
