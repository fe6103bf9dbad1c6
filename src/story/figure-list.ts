import type { RuleId } from "../diagnostics/rules.ts";
import { unknownFigure } from "../outcomes/unknown-figure.ts";
import type { Attribute } from "./attributes.ts";
import { reportAt, type Scope } from "./scope.ts";

/**
 * The figures that an attribute lists, separated by spaces or commas. Those that the data doesn't have are
 * reported under `rule`, as are, where parts are needed, those without.
 */
export function readFigureList(
  attribute: Attribute | undefined,
  rule: RuleId,
  scope: Scope,
  { withParts }: { readonly withParts: boolean },
): string[] {
  if (attribute === undefined) return [];
  const { start, end } = attribute.range;
  const words = [...scope.passage.text.slice(start, end).matchAll(/[^\s,]+/g)];
  if (words.length === 0) {
    const message = `"${attribute.name}" names no figure`;
    reportAt(scope, attribute.range, { rule, message, hint: "name at least one, or leave it out" });
  }
  const ids: string[] = [];
  for (const { 0: id, index } of words) {
    const range = { start: start + index, end: start + index + id.length };
    const problem = ids.includes(id) ? twice(id) : listProblem(id, withParts, scope);
    if (problem) reportAt(scope, range, { rule, ...problem });
    else ids.push(id);
  }
  return ids;
}

function twice(id: string) {
  return { message: `"${id}" is named twice`, hint: "keep one of them" };
}

function listProblem(id: string, withParts: boolean, { context: { tree } }: Scope) {
  if (tree === null) return null;
  const figure = tree.figures.get(id);
  if (figure === undefined) return unknownFigure(id, tree);
  if (!withParts || figure.children.length > 0) return null;
  const whole = [...tree.figures.values()]
    .filter(({ children }) => children.length > 0)
    .map((each) => each.id);
  return { message: `"${id}" has no parts to set apart`, hint: `these have: ${whole.join(", ")}` };
}
