import { sourceFrame } from "./frame.ts";
import { sourceText } from "./source-text.ts";
import type { Diagnostic, Severity } from "./types.ts";

/** A problem with the lines around it, as the preview shows it over the page. */
export interface FramedProblem {
  readonly severity: Severity;
  /** "" for what is not about the content, such as a file that can't be opened. */
  readonly rule: string;
  readonly message: string;
  readonly hint: string | null;
  /** `content/story.md:14:9` */
  readonly place: string;
  /** "" where the file is not there, or empty. */
  readonly frame: string;
}

/** Beyond so many, nobody reads on; and of a huge file, only the start is looked at. */
const mostProblems = 50;
const mostBytes = 1_000_000;

/** The lines around a problem, see `sourceFrame`; "" where its file, looked up by path, is not there or empty. */
export function frameOf({ file, span }: Diagnostic, files: ReadonlyMap<string, Uint8Array>): string {
  const text = new TextDecoder().decode(files.get(file)?.subarray(0, mostBytes));
  return text === "" ? "" : sourceFrame(sourceText(text), span);
}

/** The first problems, errors before warnings, each with the lines around it. */
export function frameProblems(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, Uint8Array>,
): FramedProblem[] {
  const { error = [], warning = [] } = Object.groupBy(diagnostics, ({ severity }) => severity);
  return [...error, ...warning].slice(0, mostProblems).map((problem) => {
    const { file, span, severity, rule, message, hint } = problem;
    const place = `${file}:${span.start.line}:${span.start.column}`;
    return { severity, rule, message, hint, place, frame: frameOf(problem, files) };
  });
}
