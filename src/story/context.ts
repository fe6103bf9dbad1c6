import type { RuleId } from "../diagnostics/rules.ts";
import type { Diagnostic, Related, Severity } from "../diagnostics/types.ts";
import type { Language } from "../language/types.ts";
import type { FigureTree } from "../outcomes/types.ts";
import type { Passage } from "./passage.ts";

/** What the passes over one story know, and where they report. */
export interface StoryContext {
  /** The story's path, relative to the project's root. */
  readonly file: string;
  readonly slug: string;
  /** The story's figures; null where they can't be read, which has been reported with them. */
  readonly tree: FigureTree | null;
  readonly language: Language;
  /** Terms in lower case, and what they mean; null where the glossary can't be read, which has been reported. */
  readonly glossary: ReadonlyMap<string, string> | null;
  /** Every address of the site that can be linked to, from its root: `/other-story/`, `/map.pdf`. */
  readonly addresses: ReadonlySet<string>;
  /** Those of them that are there when this story is: no draft's, but for another draft. */
  readonly reachable: ReadonlySet<string>;
  /** What any story of the site writes behind a `#`: headings that no link can name need no address. */
  readonly fragments: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
}

/** A problem at a stretch of a passage. */
export interface Finding {
  readonly rule: RuleId;
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string | null;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
}

/** Adds a finding to the story's diagnostics, at its place in the file. */
export function report(
  context: Pick<StoryContext, "file" | "diagnostics">,
  passage: Passage,
  finding: Finding,
): void {
  const { rule, start, end, message, hint, severity = "error", related = [] } = finding;
  context.diagnostics.push({
    file: context.file,
    span: passage.span(start, end),
    severity,
    rule,
    message,
    hint,
    related,
  });
}
