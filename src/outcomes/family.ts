import { createError } from "../diagnostics/error.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Diagnostic, Span } from "../diagnostics/types.ts";
import { type Row, spanOf, textOf } from "./rows.ts";

/** Deeper than any outcome is told apart, and shallow enough for whatever walks the tree. */
const deepest = 1000;

/** How many rows a message points to. */
const mostRelated = 20;

/** Which row is part of which. Of rows with one id, the first is meant. */
export interface Family {
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly roots: readonly Row[];
  readonly childrenOf: ReadonlyMap<string, readonly Row[]>;
  /** The rows whose parent is not there, each with the one that was probably meant. */
  readonly orphans: readonly { readonly row: Row; readonly near: Row | null }[];
}

/** So many typing mistakes are looked into; where there are more, something else is wrong. */
const mostGuesses = 20;

export function familyOf(rows: readonly Row[]): Family {
  const byId = new Map(rows.toReversed().map((row) => [textOf(row, "id"), row]));
  byId.delete("");
  const withParent = rows.filter((row) => textOf(row, "parent") !== "");
  const lost = withParent.filter((row) => row.whole && !byId.has(textOf(row, "parent")));
  return {
    rows,
    byId,
    roots: rows.filter((row) => row.whole && textOf(row, "parent") === ""),
    childrenOf: Map.groupBy(withParent, (row) => textOf(row, "parent")),
    orphans: lost.map((row, i) => {
      const near = i < mostGuesses ? nearest(textOf(row, "parent"), byId.keys()) : null;
      return { row, near: near === null ? null : (byId.get(near) ?? null) };
    }),
  };
}

/** The parts of a row, in the order of the file. */
export function childrenOf({ byId, childrenOf }: Family, row: Row): readonly Row[] {
  const id = textOf(row, "id");
  return byId.get(id) === row ? (childrenOf.get(id) ?? []) : [];
}

/** All rows that hang on the roots and orphans, each after the one it is part of. Loops are not reached. */
export function descend(family: Family): { row: Row; depth: number }[] {
  const reached = [...family.roots, ...family.orphans.map(({ row }) => row)].map((row) => ({
    row,
    depth: 0,
  }));
  // The list grows while it is gone through: each row adds its parts to the end.
  for (const { row, depth } of reached) {
    for (const child of childrenOf(family, row)) reached.push({ row: child, depth: depth + 1 });
  }
  return reached;
}

/** What is wrong with the way the rows hang together: unknown parents, no root or several, loops, depth. */
export function checkFamily(file: string, family: Family, header: Span): Diagnostic[] {
  return [
    ...checkParents(file, family),
    ...checkRoots(file, family, header),
    ...findLoops(family).map((loop) => reportLoop(file, loop)),
    ...checkDepth(file, family),
  ];
}

function checkParents(file: string, { orphans }: Family): Diagnostic[] {
  return orphans.map(({ row, near }) => {
    const parent = textOf(row, "parent");
    const hint =
      near === null
        ? "write the id of another row; leave it blank for the whole"
        : `did you mean ${quote(textOf(near, "id"))}? (row ${near.number})`;
    const message = `There is no figure ${quote(parent)} that row ${row.number} could be part of`;
    return createError({ file, span: spanOf(row, "parent"), rule: "data/parent", message, hint });
  });
}

function checkRoots(file: string, { roots, rows }: Family, header: Span): Diagnostic[] {
  const [first, ...others] = roots;
  if (first === undefined) {
    // Whether a row with cells in the wrong columns is the whole can't be told.
    if (rows.some((row) => !row.whole)) return [];
    const message =
      rows.length === 0 ? "The file has no figures" : "No row is the whole: each is part of another";
    const hint = "leave the parent of one row blank: the figure that all others are part of";
    return [createError({ file, span: header, rule: "data/root", message, hint })];
  }
  const related = [{ file, span: spanOf(first, "parent"), message: `row ${first.number}` }];
  return others.map((row) => {
    const message = `Rows ${first.number} and ${row.number} both have no parent, and only one can be the whole`;
    const hint = "write the id that it is part of";
    return createError({ file, span: spanOf(row, "parent"), rule: "data/root", message, hint, related });
  });
}

/** The rings of rows that are part of each other, each from its first row in the file. */
function findLoops({ byId }: Family): Row[][] {
  const walkOf = new Map<Row, number>();
  return [...byId.values()].flatMap((start, walk) => {
    const path: Row[] = [];
    let row: Row | undefined = start;
    while (row !== undefined && !walkOf.has(row)) {
      walkOf.set(row, walk);
      path.push(row);
      row = byId.get(textOf(row, "parent"));
    }
    if (row === undefined || walkOf.get(row) !== walk) return [];
    const loop = path.slice(path.indexOf(row));
    const first = loop.reduce((a, b) => (b.number < a.number ? b : a));
    const at = loop.indexOf(first);
    return [[...loop.slice(at), ...loop.slice(0, at)]];
  });
}

function reportLoop(file: string, loop: readonly Row[]): Diagnostic {
  const [first, ...others] = loop;
  const ids = [...loop, first].map((row) => textOf(row, "id"));
  const path = ids.length > 10 ? [...ids.slice(0, 8), "…", ids[ids.length - 1]] : ids;
  const related = others.slice(0, mostRelated).map((row) => ({
    file,
    span: spanOf(row, "parent"),
    message: `row ${row.number}`,
  }));
  return createError({
    file,
    span: spanOf(first, "parent"),
    rule: "data/cycle",
    message:
      loop.length === 1
        ? `${quote(ids[0])} is part of itself`
        : `These figures are part of each other: ${path.map((id) => (id === "…" ? id : quote(id))).join(" in ")}`,
    hint: "change the parent of one; leave it blank for the whole",
    related,
  });
}

function checkDepth(file: string, family: Family): Diagnostic[] {
  const tooDeep = descend(family).find(({ depth }) => depth > deepest);
  if (tooDeep === undefined) return [];
  const { row } = tooDeep;
  const message = `Row ${row.number} lies more than ${deepest} levels deep`;
  const hint = "make it part of a figure further up";
  return [createError({ file, span: spanOf(row, "parent"), rule: "data/parent", message, hint })];
}
