import { csvFormatRow } from "d3";
import { kindOf } from "../outcomes/tree.ts";
import type { FigureTree } from "../outcomes/types.ts";

/** The columns of the published figures, with what each holds. */
export const publishedColumns = [
  { name: "id", type: "string", description: "The word by which the story calls the figure." },
  {
    name: "parent",
    type: "string",
    description: "The id of the figure that this one is part of; blank: the whole.",
  },
  { name: "label", type: "string", description: "What readers see." },
  { name: "count", type: "integer", description: "How many." },
  {
    name: "derived",
    type: "boolean",
    description: "true: not in the source, but its parent less the other parts.",
  },
  { name: "unit", type: "string", description: "What is counted, in the source's own word." },
  {
    name: "kind",
    type: "string",
    description: "The editorial group of an outcome: the story's, not the source's.",
  },
  { name: "note", type: "string", description: "A caveat, or the wording of the source." },
] as const;

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
