import type { ElementContent, RootContent } from "hast";
import { collectLetters, type Letters } from "./letters.ts";
import { plainText } from "./plain-text.ts";
import type { Scope } from "./scope.ts";
import { toHtml } from "./to-html.ts";
import type { RichText } from "./types.ts";

/** Markup as safe HTML and as words; its letters are entered among those of the story in these styles. */
export function richText(
  nodes: readonly (ElementContent | RootContent)[],
  { letters }: Pick<Scope, "letters">,
  ...styles: (keyof Letters)[]
): RichText {
  collectLetters(nodes, letters, new Set(["regular", ...styles]));
  return { html: toHtml(nodes), text: plainText(nodes) };
}
