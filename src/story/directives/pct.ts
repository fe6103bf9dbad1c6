import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { toNumber } from "../../outcomes/fraction.ts";
import { oneOf, readAttributes } from "../attributes.ts";
import { bind } from "../binding.ts";
import type { Scope } from "../scope.ts";
import { readShare } from "../share.ts";

/** `:pct[charged]{of=reports digits=1}`: a share as a percentage. */
export function renderPct(directive: TextDirective, scope: Scope): ElementContent[] {
  const attributes = readAttributes(directive, ["of", "digits"], scope);
  const digits = Number(oneOf(attributes.get("digits"), ["0", "1", "2", "3"], scope) ?? "0");
  const share = readShare(directive, attributes, scope);
  if (!share) return [];
  return bind(directive, scope, {
    kind: "pct",
    text: scope.context.language.share(share.value, digits),
    expression: share.part.expression,
    figures: share.part.figures,
    of: share.whole.expression,
    value: toNumber(share.value),
  });
}
