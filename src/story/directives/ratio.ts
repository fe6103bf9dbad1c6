import type { ElementContent } from "hast";
import type { TextDirective } from "mdast-util-directive";
import { toNumber } from "../../outcomes/fraction.ts";
import { readAttributes } from "../attributes.ts";
import { bind } from "../binding.ts";
import type { Scope } from "../scope.ts";
import { readShare } from "../share.ts";

/** `:ratio[charged]{of=reports}`: a share as people say it, "just under one in six". */
export function renderRatio(directive: TextDirective, scope: Scope): ElementContent[] {
  const share = readShare(directive, readAttributes(directive, ["of"], scope), scope);
  if (!share) return [];
  return bind(directive, scope, {
    kind: "ratio",
    text: scope.context.language.ratioInWords(toNumber(share.part.value), toNumber(share.whole.value)),
    expression: share.part.expression,
    figures: share.part.figures,
    of: share.whole.expression,
    value: toNumber(share.value),
  });
}
