import { sortDiagnostics } from "./sort.ts";
import type { Diagnostic } from "./types.ts";

/** The problems for programs: a JSON array of {file, line, column, endLine, endColumn, severity, rule, message, hint}. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const entries = sortDiagnostics(diagnostics).map(({ file, span, severity, rule, message, hint }) => ({
    file,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    severity,
    rule,
    message,
    hint,
  }));
  return JSON.stringify(entries, null, 2);
}
