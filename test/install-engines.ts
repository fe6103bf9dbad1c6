import { mkdirSync, writeFileSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { chromiumProgram } from "./engines/chromium.ts";
import { firefoxProgram } from "./engines/firefox.ts";
import { type EngineName, engineNames } from "./engines/types.ts";
import { webkitPrograms } from "./engines/webkit.ts";
import { ensure, type Program } from "./programs.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly engines: readonly EngineName[];
  }
}

const programs: Readonly<Record<EngineName, readonly Program[]>> = {
  chromium: [chromiumProgram],
  firefox: [firefoxProgram],
  webkit: Object.values(webkitPrograms),
};

/** Which engines the tests did without, and why: `npm test` tells it (src/cli/vitest-results.ts). */
const notRun = ".cache/engines-not-run.json";

/**
 * Vitest runs this once before the browser tests: it finds the engines, or installs them. Without Chromium nothing can
 * be judged; another engine that is missing is told, and counts as failed where every engine can be had: in CI.
 */
export function setup(project: TestProject): void {
  const missing: string[] = [];
  const present = engineNames.filter((name) => {
    try {
      programs[name].forEach(ensure);
      return true;
    } catch (error) {
      if (name === "chromium") throw error;
      missing.push(`${name}: ${(error as Error).message}`);
      return false;
    }
  });
  mkdirSync(".cache", { recursive: true });
  writeFileSync(notRun, JSON.stringify(missing));
  project.provide("engines", present);
}
