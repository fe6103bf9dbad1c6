import { parseHTML } from "linkedom";
import type { Scene } from "../story/types.ts";

/** The words of the heading that a scene begins with; null where it has none. */
export function sceneTitle({ html }: Scene): string | null {
  return parseHTML(`<main>${html}</main>`).document.querySelector("h2, h3, h4, h5, h6")?.textContent ?? null;
}
