import type { Diagnostic } from "../diagnostics/types.ts";
import type { FigureTree } from "./types.ts";

/** Reads a figures file. */
export function readFigures(
  file: string,
  bytes: Uint8Array,
): { tree: FigureTree | null; diagnostics: Diagnostic[] } {
  throw new Error(`not yet: ${file} ${bytes.length}`);
}
