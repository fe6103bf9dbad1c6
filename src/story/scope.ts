import type { Finding, StoryContext } from "./context.ts";
import { report } from "./context.ts";
import type { Range } from "./directive-parts.ts";
import type { LetterSets } from "./letters.ts";
import type { Passage } from "./passage.ts";
import type { Binding, Citation } from "./types.ts";

/** What a directive needs while one passage of a story is rendered. */
export interface Scope {
  readonly context: StoryContext;
  readonly passage: Passage;
  /** The id of the scene around an offset of the passage. */
  readonly sceneAt: (offset: number) => string | null;
  /** Whether pieces that open on tap may stand here: not in a title, nor in what a page shows several times. */
  readonly interactive: boolean;
  /** Whether numbers lead to their receipts: not in a title, nor in what other pages show too. */
  readonly linked: boolean;
  /** Filled as the directives are met. */
  readonly bindings: Binding[];
  readonly citations: Citation[];
  /** Filled with the characters that the page's serif sets. */
  readonly letters: LetterSets;
  /** The ids that the page has so far. */
  readonly ids: Set<string>;
}

/** Reports a problem at a stretch of the scope's passage. */
export function reportAt(scope: Scope, range: Range, finding: Omit<Finding, "start" | "end">): void {
  report(scope.context, scope.passage, { ...finding, start: range.start, end: range.end });
}

/** An id that the page doesn't have yet: the wanted one, or with the number of its use appended. */
export function claimId(ids: Set<string>, wanted: string): string {
  let id = wanted;
  for (let use = 2; ids.has(id); use++) id = `${wanted}-${use}`;
  ids.add(id);
  return id;
}
