import type { RuleId } from "./rules.ts";

/** A place in a text file. Lines and columns count from 1, columns in UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text file; `end` is the position just after its last character. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

export type Severity = "error" | "warning";

/** Another place that has to do with a problem: the other row of a duplicate, say. */
export interface Related {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/**
 * One problem, at its place, with the way out.
 * `file` is a path relative to the project's root, with forward slashes.
 */
export interface Diagnostic {
  readonly file: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly rule: RuleId;
  readonly message: string;
  readonly hint: string | null;
  readonly related: readonly Related[];
}
