import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage, type PageOptions } from "./page.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

export const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** What a reader may have asked of all pages. */
export const looks: Record<
  string,
  Pick<BrowserContextOptions, "colorScheme" | "forcedColors" | "reducedMotion">
> = {
  light: { colorScheme: "light", forcedColors: "none", reducedMotion: "no-preference" },
  dark: { colorScheme: "dark", forcedColors: "none", reducedMotion: "no-preference" },
  "forced colours": { colorScheme: "light", forcedColors: "active", reducedMotion: "no-preference" },
  "reduced motion": { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" },
};

/** Gives a page the checker. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(
    await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"),
  );
}

/** Opens a page with the checker, a script of its own that the page's policy would refuse. */
export async function openWithAxe(browser: Browser, url: string, options: PageOptions): Promise<Page> {
  const { page } = await openPage(browser, url, {
    ...options,
    context: { bypassCSP: true, ...options.context },
  });
  await loadAxe(page);
  return page;
}

/** What the checker finds wrong in a page, or in one part of it, each with the first element where it does. */
export function findFaults(page: Page, part?: string): Promise<string[]> {
  return page.evaluate(
    async ({ standards, part }) => {
      const { axe } = window as unknown as {
        axe: { run(context: unknown, options: object): Promise<AxeResults> };
      };
      const options = { runOnly: standards, resultTypes: ["violations"] };
      const { violations } = await axe.run(part ?? document, options);
      return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 200)}`);
    },
    { standards, part },
  );
}
