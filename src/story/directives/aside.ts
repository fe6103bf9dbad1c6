import type { ElementContent } from "hast";
import type { ContainerDirective } from "mdast-util-directive";
import { readAttributes } from "../attributes.ts";
import { labelRange } from "../label.ts";
import { richText } from "../rich-text.ts";
import type { Scope } from "../scope.ts";
import type { Block } from "../types.ts";

/** `:::aside[Title]` … `:::`: a box beside the text. */
export function readAside(
  directive: ContainerDirective,
  title: ElementContent[],
  children: ElementContent[],
  scope: Scope,
): Block | null {
  readAttributes(directive, [], scope);
  if (!labelRange(directive, "a title", scope)) return null;
  return {
    type: "aside",
    title: richText(title, scope, "bold"),
    html: richText(children, scope).html,
  };
}
