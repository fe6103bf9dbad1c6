import { receiptPrefix } from "./receipt-id.ts";
import type { Story } from "./types.ts";

/** The parts of a story's page that links can lead to, by their ids where no scene has the same. */
export const sectionIds = ["method", "corrections"] as const;
const pagesBelow = ["embed"];

/** Receipts and footnotes have the ids that begin like this. */
const prefixes = [receiptPrefix, "fn-", "fnref-", "footnote-"];

/** The id of a part of a story's page. No scene's begins with the sign that it takes where a scene has its own. */
export function sectionId({ scenes }: Pick<Story, "scenes">, name: (typeof sectionIds)[number]): string {
  return scenes.some(({ id }) => id === name) ? `_${name}` : name;
}

/** Whether no heading can have this id, since a part of the page may. */
export function isPrefixed(id: string): boolean {
  return prefixes.some((prefix) => id.startsWith(prefix));
}

/** Whether no scene can have this id. Addresses that differ in capitals alone are the same to some hosts. */
export function isTaken(id: string): boolean {
  return isPrefixed(id) || pagesBelow.includes(id.toLowerCase());
}
