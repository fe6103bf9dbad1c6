import { createError } from "../diagnostics/error.ts";
import { positionAt, type SourceText, sourceText, spanAt } from "../diagnostics/source-text.ts";
import type { Diagnostic } from "../diagnostics/types.ts";

/** Room for far more than the 10,000 rows that a file may have. */
const mostBytes = 5_000_000;

/** After so many of its kind a message says nothing new. */
const mostMessages = 100;

/** Controls but for tab and line breaks, and the marks that can show text in an order other than its own. */
const refused = /[[\p{Cc}--[\t\n\r]]\u202a-\u202e\u2066-\u2069\ufeff]/gv;

/**
 * The text of a file, or null where its bytes are not UTF-8 or are too many.
 * A byte order mark at the start is left out, as editors leave it out of their columns.
 */
export function decodeText(
  file: string,
  bytes: Uint8Array,
): { source: SourceText | null; diagnostics: Diagnostic[] } {
  if (bytes.length > mostBytes) {
    const start = { line: 1, column: 1 };
    const message = `The file has ${Math.ceil(bytes.length / 1e6)} MB, and a figures file can have 5`;
    const hint = "keep only the rows and columns that the story uses";
    return {
      source: null,
      diagnostics: [createError({ file, span: { start, end: start }, rule: "data/syntax", message, hint })],
    };
  }
  const { text, badByte } = decodeUtf8(bytes);
  const source = sourceText(text);
  if (badByte !== null) return { source: null, diagnostics: [reportBadByte(file, source, badByte)] };
  const returns = reportLoneReturns(file, source);
  const diagnostics = [...reportControls(file, source), ...returns];
  // Where all lines end so, what follows would be taken for one line, with a problem in every cell.
  const isOneLine = returns.length > 0 && !text.includes("\n");
  return { source: isOneLine ? null : source, diagnostics };
}

/** The text up to the first byte that is not UTF-8, and that byte; null where there is none. */
function decodeUtf8(bytes: Uint8Array): { text: string; badByte: number | null } {
  // The longest beginning that decodes, found by halving: a decoder says that, but not where, it fails.
  let [valid, invalid] = [0, bytes.length + 1];
  while (invalid - valid > 1) {
    const middle = valid === 0 && invalid === bytes.length + 1 ? bytes.length : (valid + invalid) >> 1;
    if (decodeBeginning(bytes, middle) === null) invalid = middle;
    else valid = middle;
  }
  const text = decodeBeginning(bytes, valid) ?? "";
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const length = new TextEncoder().encode(text).length + (hasMark ? 3 : 0);
  return { text, badByte: bytes[length] ?? null };
}

/** The text of the first `length` bytes, less a character that they cut short; null where they are not UTF-8. */
function decodeBeginning(bytes: Uint8Array, length: number): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return null;
  }
}

function reportBadByte(file: string, source: SourceText, badByte: number): Diagnostic {
  const start = positionAt(source, source.text.length);
  return createError({
    file,
    span: { start, end: { line: start.line, column: start.column + 1 } },
    rule: "data/encoding",
    message: `The file is not UTF-8: the byte 0x${badByte.toString(16).toUpperCase().padStart(2, "0")} stands here`,
    hint: 'save it again as UTF-8 (in Excel: "CSV UTF-8")',
  });
}

function reportControls(file: string, source: SourceText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { 0: character, index } of source.text.matchAll(refused)) {
    if (diagnostics.length === mostMessages) break;
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    const message = `An invisible control character, U+${code}, stands here`;
    const hint = "delete it: put the cursor behind it and press backspace once";
    diagnostics.push(
      createError({ file, span: spanAt(source, index, index + 1), rule: "data/encoding", message, hint }),
    );
  }
  return diagnostics;
}

function reportLoneReturns(file: string, source: SourceText): Diagnostic[] {
  const index = source.text.search(/\r(?!\n)/);
  if (index === -1) return [];
  const message = "A line ends with a carriage return alone, as on old Macintoshes";
  const hint = "save the file again with line ends LF or CRLF";
  return [createError({ file, span: spanAt(source, index, index + 1), rule: "data/syntax", message, hint })];
}
