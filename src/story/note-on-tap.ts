import type { ElementContent } from "hast";
import { claimId, type Scope } from "./scope.ts";
import { slugOf } from "./slug.ts";

/**
 * Words with a note that opens on tap, without script: a button and the popover that it opens.
 * Where nothing may open (in a title, say) the note is the words' title.
 */
export function noteOnTap(
  name: "cite" | "term",
  words: string,
  children: ElementContent[],
  note: string,
  scope: Scope,
): ElementContent[] {
  if (!scope.interactive) {
    return [{ type: "element", tagName: "span", properties: { className: [name], title: note }, children }];
  }
  const id = claimId(scope.ids, `${name}-${slugOf(words)}`);
  const button: ElementContent = {
    type: "element",
    tagName: "button",
    properties: { type: "button", popoverTarget: id },
    children,
  };
  const popover: ElementContent = {
    type: "element",
    tagName: "span",
    properties: { popover: "auto", id, role: "note" },
    children: [{ type: "text", value: note }],
  };
  return [
    { type: "element", tagName: "span", properties: { className: [name] }, children: [button, popover] },
  ];
}
