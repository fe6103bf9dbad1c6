import { ensureChromium } from "./chromium.ts";

/** Vitest runs this once before the browser tests: a missing browser is a failure, never a skip. */
export function setup(): void {
  ensureChromium();
}
