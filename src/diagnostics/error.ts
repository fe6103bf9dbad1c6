import type { RuleId } from "./rules.ts";
import type { Diagnostic, Related, Span } from "./types.ts";

/** A diagnostic of severity "error". */
export function createError(problem: {
  readonly file: string;
  readonly span: Span;
  readonly rule: RuleId;
  readonly message: string;
  readonly hint?: string | null;
  readonly related?: readonly Related[];
}): Diagnostic {
  return { severity: "error", hint: null, related: [], ...problem };
}
