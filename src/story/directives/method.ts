import type { LeafDirective } from "mdast-util-directive";
import { readAttributes } from "../attributes.ts";
import { refuseLabel } from "../label.ts";
import type { Scope } from "../scope.ts";
import type { Block } from "../types.ts";

/** `::method`: the method note. */
export function readMethod(directive: LeafDirective, scope: Scope): Block {
  readAttributes(directive, [], scope);
  refuseLabel(directive, scope);
  return { type: "method" };
}
