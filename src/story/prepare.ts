import type { Root } from "mdast";
import { checkHtml, checkLeftovers } from "./check-structure.ts";
import { checkReferences } from "./check-references.ts";
import type { StoryContext } from "./context.ts";
import { type FragmentLink, resolveLinks } from "./links.ts";
import type { Passage } from "./passage.ts";
import { restoreProse } from "./restore-prose.ts";

/**
 * Makes a parsed passage ready to render: prose put back, links resolved, and everything checked that needs no
 * figures worked out. Changes the tree.
 *
 * @returns the links to places in the page itself, to be checked when these are known.
 */
export function preparePassage(root: Root, passage: Passage, context: StoryContext): FragmentLink[] {
  checkHtml(root, passage, context);
  restoreProse(root, passage, context);
  checkLeftovers(root, passage, context);
  checkReferences(root, passage, context);
  return resolveLinks(root, passage, context);
}
