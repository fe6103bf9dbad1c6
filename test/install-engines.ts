/**
 * Finds what the browser tests need, or installs it. `npm test` runs this before them. Ends with 1 without Chromium, in
 * whose absence nothing can be judged; another engine that is missing, or what engines are heard by, is told, and counts
 * as failed where all can be had: in CI.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { desktopPrograms } from "./assistive/desktop.ts";
import { orcaProgram } from "./assistive/orca.ts";
import { ways } from "./engines/engines.ts";
import { engineNames } from "./engines/types.ts";
import { ensure, type Program } from "./programs.ts";

const needed: readonly (readonly [string, readonly Program[]])[] = [
  ...engineNames.map((name) => [name, ways[name].programs] as const),
  ["AT-SPI", Object.values(desktopPrograms)],
  ["Orca", [orcaProgram]],
];
const missing = needed.flatMap(([name, programs]) => {
  try {
    programs.forEach(ensure);
    return [];
  } catch (error) {
    return [{ name, message: `${name}: ${(error as Error).message}` }];
  }
});
for (const { message } of missing) console.error(message);

// What the tests did without, and why: src/cli/vitest-results.ts tells it.
mkdirSync(".cache", { recursive: true });
writeFileSync(".cache/engines-not-run.json", JSON.stringify(missing.map(({ message }) => message)));
if (missing.some(({ name }) => name === "chromium")) process.exitCode = 1;
