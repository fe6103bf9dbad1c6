import type { WriteStream } from "node:tty";
import type { Diagnostic } from "../diagnostics/types.ts";

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Whether a stream is a terminal that shows colours; heeds NO_COLOR and FORCE_COLOR. */
export function hasColors(stream: WriteStream): boolean {
  return stream.isTTY && stream.hasColors();
}
