import { kindOf } from "../../outcomes/tree.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import { hueOfKind } from "./palette.ts";

/** The hue of a figure's kind; 0, plain ink, where it has none. */
export function hueOf(tree: FigureTree, id: string): number {
  const kind = kindOf(tree, id);
  return kind === null ? 0 : hueOfKind(tree.kinds.indexOf(kind));
}
