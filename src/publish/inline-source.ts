import { sha256 } from "@noble/hashes/sha2.js";

/** Lets an inline script or style be, in a Content-Security-Policy: `'sha256-…'`, with the hash of its text. */
export function inlineSource(text: string): string {
  const digest = sha256(new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
