import type { Diagnostic } from "./types.ts";

/** A new list in reading order: by file, then by place, then by rule and message. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.span.start.line - b.span.start.line ||
      a.span.start.column - b.span.start.column ||
      a.span.end.line - b.span.end.line ||
      a.span.end.column - b.span.end.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

/** By UTF-16 units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
