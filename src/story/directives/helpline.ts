import type { LeafDirective } from "mdast-util-directive";
import { readAttributes } from "../attributes.ts";
import { refuseLabel } from "../label.ts";
import type { Scope } from "../scope.ts";
import type { Block } from "../types.ts";

/** `::helpline`: the site's help box. */
export function readHelpline(directive: LeafDirective, scope: Scope): Block {
  readAttributes(directive, [], scope);
  refuseLabel(directive, scope);
  return { type: "helpline" };
}
