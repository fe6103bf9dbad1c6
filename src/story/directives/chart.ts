import type { ElementContent } from "hast";
import type { LeafDirective } from "mdast-util-directive";
import { oneOf, readAttributes, required } from "../attributes.ts";
import { readFigureList } from "../figure-list.ts";
import { labelRange } from "../label.ts";
import { richText } from "../rich-text.ts";
import { reportAt, type Scope } from "../scope.ts";
import { type Block, chartTypes } from "../types.ts";

/** `::chart[Caption]{type=bars of=reports}`: a still chart of the parts of one figure, or of several to compare. */
export function readChart(directive: LeafDirective, caption: ElementContent[], scope: Scope): Block | null {
  const attributes = readAttributes(directive, ["type", "of"], scope);
  const type = required(attributes, "type", directive, `it can be ${chartTypes.join(", ")}`, scope);
  const chart = oneOf(type ?? undefined, chartTypes, scope);
  const named = required(attributes, "of", directive, "name the figure whose parts it shows: of=…", scope);
  const of = readFigureList(named ?? undefined, "story/unknown-figure", scope, { withParts: true });
  if (named && chart && chart !== "compare" && of.length > 1) {
    const message = `A chart of type "${chart}" shows the parts of one figure, not of ${of.length}`;
    reportAt(scope, named.range, { rule: "story/attribute", message, hint: "name one, or use type=compare" });
  }
  if (!labelRange(directive, "a caption", scope) || !chart) return null;
  return { type: "chart", chart, of, caption: richText(caption, scope, "bold") };
}
