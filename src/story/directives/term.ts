import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { nearest } from "../../diagnostics/nearest.ts";
import { quote } from "../../diagnostics/quote.ts";
import { readAttributes } from "../attributes.ts";
import { labelRange } from "../label.ts";
import { rangeOfNode } from "../markdown.ts";
import { noteOnTap } from "../note-on-tap.ts";
import { plainText } from "../plain-text.ts";
import { reportAt, type Scope } from "../scope.ts";

/** `:term[community resolution]`: words that the glossary explains, capitals aside. */
export function renderTerm(
  directive: TextDirective,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  readAttributes(directive, [], scope);
  const range = labelRange(directive, "the term", scope);
  if (!range) return [];
  const { glossary } = scope.context;
  if (glossary === null) return [];
  const term = plainText(children);
  const definition = glossary.get(term.toLowerCase());
  if (definition !== undefined) return noteOnTap("term", term, children, definition, scope);
  const near = nearest(term, glossary.keys());
  reportAt(scope, rangeOfNode(directive), {
    rule: "story/term",
    message: `There is no term ${quote(term)} in content/glossary.yaml`,
    hint: near ? `did you mean "${near}"?` : `add a line "${term.toLowerCase()}: …" there`,
  });
  return [];
}
