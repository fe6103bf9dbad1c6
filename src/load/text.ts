import { createError } from "../diagnostics/error.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { decodeText } from "../outcomes/decode.ts";

/** Room for fifteen thousand words. A parser of Markdown takes far longer for a text of twice the length than twice as long. */
export const mostBytes = 100_000;

/** The text of a file; null, and reported, where there is too much of it or it is not UTF-8. */
export function readText(
  file: string,
  bytes: Uint8Array,
  rule: RuleId,
  diagnostics: Diagnostic[],
): string | null {
  if (bytes.length > mostBytes) {
    const message = `The file has ${Math.ceil(bytes.length / 1000)} kB, and can have ${mostBytes / 1000}`;
    diagnostics.push(atStart(file, rule, message, "split it, or take out what is not text"));
    return null;
  }
  const { source, diagnostics: found } = decodeText(file, bytes);
  diagnostics.push(...found);
  return source?.text ?? null;
}

/** An error about a file as a whole, placed at its start. */
export function atStart(file: string, rule: RuleId, message: string, hint: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return createError({ file, span: { start, end: start }, rule, message, hint });
}
