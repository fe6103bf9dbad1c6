import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { rangeOfNode } from "./markdown.ts";
import type { Scope } from "./scope.ts";
import type { Binding } from "./types.ts";

/** What a directive says of its binding; the rest follows from where it stands. */
export type Bound = Pick<Binding, "kind" | "text" | "expression" | "figures"> &
  Partial<Pick<Binding, "of" | "value" | "sides">>;

/** Enters a number or claim into the story's bindings. */
export function recordBinding(directive: TextDirective, scope: Scope, bound: Bound): void {
  const { start, end } = rangeOfNode(directive);
  scope.bindings.push({
    of: null,
    value: null,
    sides: null,
    ...bound,
    scene: scope.sceneAt(start),
    span: scope.passage.span(start, end),
  });
}

/**
 * Records a bound number and gives its markup: a `data` element with the exact value, so that scripts need not
 * read it back from the words.
 */
export function bind(
  directive: TextDirective,
  scope: Scope,
  bound: Bound & { readonly value: number },
): ElementContent[] {
  recordBinding(directive, scope, bound);
  const value = bound.kind === "n" ? String(bound.value) : String(Number(bound.value.toFixed(6)));
  return [
    {
      type: "element",
      tagName: "data",
      properties: { className: [bound.kind], value, ...boundProperties(bound) },
      children: [{ type: "text", value: bound.text }],
    },
  ];
}

/** The attributes by which a page finds the figures and the ledger's entry of a binding. */
export function boundProperties({ figures, expression, of }: Bound): Record<string, string> {
  return {
    dataOf: figures.join(" "),
    dataExpression: expression,
    ...(of ? { dataShareOf: of } : {}),
  };
}
