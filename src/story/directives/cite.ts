import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { readAttributes, required } from "../attributes.ts";
import { labelRange } from "../label.ts";
import { rangeOfNode } from "../markdown.ts";
import { noteOnTap } from "../note-on-tap.ts";
import { plainText } from "../plain-text.ts";
import type { Scope } from "../scope.ts";

/** `:cite[2012]{source="Express & Star"}`: a number that is not in the data, vouched for by a named source. */
export function renderCite(
  directive: TextDirective,
  children: ElementContent[],
  scope: Scope,
): ElementContent[] {
  const attributes = readAttributes(directive, ["source"], scope);
  const source = required(attributes, "source", directive, 'name who says so: {source="…"}', scope);
  if (!labelRange(directive, "the number", scope) || !source) return [];
  const text = plainText(children);
  const { start, end } = rangeOfNode(directive);
  scope.citations.push({
    text,
    source: source.value,
    scene: scope.sceneAt(start),
    span: scope.passage.span(start, end),
  });
  return noteOnTap(
    "cite",
    text,
    children,
    scope.context.language.notes.source({ source: source.value }),
    scope,
  );
}
