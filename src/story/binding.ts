import type { Element, ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { rangeOfNode } from "./markdown.ts";
import { receiptId } from "./receipt-id.ts";
import type { Scope } from "./scope.ts";
import type { Binding } from "./types.ts";

/** What a directive says of its binding; the rest follows from where it stands. */
export type Bound = Pick<Binding, "kind" | "text" | "expression" | "figures"> &
  Partial<Pick<Binding, "of" | "value" | "comparisons">>;

/** Enters a number or claim into the story's bindings. */
export function recordBinding(directive: TextDirective, scope: Scope, bound: Bound): void {
  const { start, end } = rangeOfNode(directive);
  scope.bindings.push({
    of: null,
    value: null,
    comparisons: null,
    ...bound,
    receipt: receiptId(bound),
    scene: scope.sceneAt(start),
    span: scope.passage.span(start, end),
  });
}

/**
 * Records a bound number and gives its markup: a link to its receipt, or, where none may stand, a `data` element with
 * its value.
 */
export function bind(
  directive: TextDirective,
  scope: Scope,
  bound: Bound & { readonly value: number },
): ElementContent[] {
  recordBinding(directive, scope, bound);
  const children: ElementContent[] = [{ type: "text", value: bound.text }];
  if (scope.linked) return [linkToReceipt(bound, children)];
  const value = bound.kind === "n" ? String(bound.value) : String(Number(bound.value.toFixed(6)));
  const properties = { className: ["n"], value, dataOf: bound.figures.join(" ") };
  return [{ type: "element", tagName: "data", properties, children }];
}

/** Words that lead to the receipt of what they say, and that name the figures whose dots they count. */
export function linkToReceipt({ kind, expression, of, figures }: Bound, children: ElementContent[]): Element {
  const className = kind === "claim" ? ["n", "claim"] : ["n"];
  const href = `#${receiptId({ expression, of })}`;
  const properties = { className, href, dataOf: figures.join(" ") };
  return { type: "element", tagName: "a", properties, children };
}
