import type { Directives } from "mdast-util-directive";
import type { Range } from "./directive-parts.ts";
import { rangeOfNode } from "./markdown.ts";
import { reportAt, type Scope } from "./scope.ts";

/** Where the label of a directive stands; null, and reported, where there is none or it is blank. */
export function labelRange(directive: Directives, what: string, scope: Scope): Range | null {
  const range = directive.data?.parts?.labelRange;
  if (range && scope.passage.text.slice(range.start, range.end).trim() !== "") return range;
  const { start, end } =
    directive.type === "containerDirective" ? openingLine(directive, scope) : rangeOfNode(directive);
  if (isBlankSum(directive, scope)) {
    const message = `The brackets of "${directive.name}" name no figure`;
    const hint = `write the id of one: :${directive.name}[charged]`;
    reportAt(scope, { start, end }, { rule: "story/expression", message, hint });
    return null;
  }
  const colons = { textDirective: ":", leafDirective: "::", containerDirective: ":::" }[directive.type];
  reportAt(
    scope,
    { start, end },
    {
      rule: "story/directive",
      message: `"${directive.name}" needs ${what} in brackets`,
      hint: `write ${colons}${directive.name}[…]${directive.type === "textDirective" ? ", or \\: for a plain colon" : ""}`,
    },
  );
  return null;
}

/** Whether an expression is left out between brackets that are there. */
function isBlankSum({ name, data }: Directives, { passage }: Scope): boolean {
  const after = passage.text[data?.parts?.nameRange.end ?? passage.text.length];
  return after === "[" && (name === "n" || name === "pct" || name === "ratio");
}

/** The line that opens a container. */
export function openingLine(directive: Directives, { passage }: Scope): Range {
  const { start, end } = rangeOfNode(directive);
  const line = passage.text.slice(start, end).search(/\r?\n|$/);
  return { start, end: start + line };
}

/** Reports the label of a directive that takes none. */
export function refuseLabel(directive: Directives, scope: Scope): void {
  const range = directive.data?.parts?.labelRange;
  if (!range) return;
  const message = `"${directive.name}" takes no text in brackets`;
  reportAt(scope, range, { rule: "story/directive", message, hint: "take the brackets out" });
}
