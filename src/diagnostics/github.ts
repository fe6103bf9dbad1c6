import { sortDiagnostics } from "./sort.ts";
import type { Diagnostic } from "./types.ts";

/**
 * The problems as workflow commands, one a line, which GitHub Actions shows beside the changed lines.
 * Empty where there are none.
 * Source: GitHub Docs, "Workflow commands for GitHub Actions"; escapes as in actions/toolkit, core/src/command.ts.
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics).map(formatCommand).join("\n");
}

function formatCommand({ file, span, severity, rule, message, hint }: Diagnostic): string {
  const { start, end } = span;
  const properties = {
    file,
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only where a problem begins and ends on one line.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = hint === null ? message : `${message}\nhint: ${hint}`;
  return `::${severity} ${list.join(",")}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
