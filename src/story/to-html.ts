import type { ElementContent, RootContent } from "hast";
import { toHtml as serialise } from "hast-util-to-html";

/** Markup of ours as HTML. What is text in it stays text. */
export function toHtml(nodes: readonly (ElementContent | RootContent)[]): string {
  return serialise({ type: "root", children: [...nodes] }).trim();
}
