import { receiptPrefix } from "./receipt-id.ts";

/** What a story's page has of its own: its ids, and the addresses below it that are no scene's. */
export const pageIds: readonly string[] = ["main", "method", "method-title", "corrections", "receipts"];
const pagesBelow = ["embed"];

/** Receipts and footnotes have the ids that begin like this. */
const prefixes = [receiptPrefix, "fn-", "fnref-", "footnote-"];

/** Whether no heading can have this id, since a part of the page may. */
export function isPrefixed(id: string): boolean {
  return prefixes.some((prefix) => id.startsWith(prefix));
}

/** Whether no scene can have this id. Addresses that differ in capitals alone are the same to some hosts. */
export function isTaken(id: string): boolean {
  return isPrefixed(id) || pageIds.includes(id) || pagesBelow.includes(id.toLowerCase());
}
