import type { ElementContent } from "hast";
import type { ContainerDirective } from "mdast-util-directive";
import { readAttributes } from "../attributes.ts";
import { labelRange } from "../label.ts";
import { plainText } from "../plain-text.ts";
import type { Scope } from "../scope.ts";
import { toHtml } from "../to-html.ts";
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
  return { type: "aside", title: { html: toHtml(title), text: plainText(title) }, html: toHtml(children) };
}
