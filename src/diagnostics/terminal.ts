import { visible } from "./quote.ts";
import { sortDiagnostics } from "./sort.ts";
import type { Diagnostic, Related, Severity, Span } from "./types.ts";

/** Messages longer than this push their rule to the right rather than everyone's. */
const widestAlignedMessage = 90;

/**
 * The problems for people, grouped by file and sorted by place, with a summary as the last line.
 * `color` adds ANSI codes; `frameOf` may give each the lines around it (see `sourceFrame`), or "".
 */
export function formatTerminal(
  diagnostics: readonly Diagnostic[],
  options: { color: boolean; frameOf?: (diagnostic: Diagnostic) => string },
): string {
  if (diagnostics.length === 0) return "No problems found";
  const paint = options.color ? paintAnsi : (_style: Style, text: string) => text;
  const files = Map.groupBy(sortDiagnostics(diagnostics), ({ file }) => file);
  const groups = [...files].map(([file, group]) =>
    formatFile(file, group, paint, options.frameOf ?? (() => "")),
  );
  return [...groups, summarise(diagnostics, files.size)].join("\n\n");
}

type Style = "file" | "place" | Severity | "rule" | "hint";
type Paint = (style: Style, text: string) => string;

const ansiCodes: Record<Style, number> = { file: 4, place: 2, error: 31, warning: 33, rule: 2, hint: 36 };

function paintAnsi(style: Style, text: string): string {
  return `\u001b[${ansiCodes[style]}m${text}\u001b[0m`;
}

function formatFile(
  file: string,
  group: readonly Diagnostic[],
  paint: Paint,
  frameOf: (diagnostic: Diagnostic) => string,
): string {
  const placeWidth = Math.max(...group.map(({ span }) => formatSpan(span).length));
  const aligned = group
    .map(({ message }) => visible(message).length)
    .filter((n) => n <= widestAlignedMessage);
  const messageWidth = Math.max(0, ...aligned);
  const indent = " ".repeat(placeWidth + 4);
  const lines = group.flatMap((diagnostic) => [
    [
      `  ${paint("place", formatSpan(diagnostic.span).padEnd(placeWidth))}`,
      paint(diagnostic.severity, diagnostic.severity.padEnd("warning".length)),
      `${visible(diagnostic.message).padEnd(messageWidth)}   ${paint("rule", diagnostic.rule)}`,
    ].join("  "),
    ...diagnostic.related.map((related) => `${indent}${formatRelated(related, file)}`),
    ...formatHint(diagnostic.hint).map((line) => `${indent}${paint("hint", line)}`),
    ...formatFrame(frameOf(diagnostic)).map((line) => line && indent + line),
  ]);
  return [paint("file", visible(file)), ...lines].join("\n");
}

function formatSpan({ start, end }: Span): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function formatRelated({ file, span, message }: Related, here: string): string {
  const place = file === here ? formatSpan(span) : `${visible(file)}:${formatSpan(span)}`;
  return `see ${place}: ${visible(message)}`;
}

/** Further lines of a hint stand under its first word. */
function formatHint(hint: string | null): string[] {
  if (hint === null) return [];
  return hint.split(/\r?\n/).map((line, i) => (i === 0 ? "hint: " : "      ") + visible(line));
}

/** A frame stands in a paragraph of its own. */
function formatFrame(frame: string): string[] {
  return frame === "" ? [] : ["", ...frame.split("\n"), ""];
}

function summarise(diagnostics: readonly Diagnostic[], fileCount: number): string {
  const countOf = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  const counts = [
    [countOf("error"), "error"],
    [countOf("warning"), "warning"],
  ] as const;
  const found = counts.filter(([n]) => n > 0).map(([n, noun]) => plural(n, noun));
  return `${found.join(", ")} in ${plural(fileCount, "file")}`;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
