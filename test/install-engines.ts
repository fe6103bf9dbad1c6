/**
 * Finds what the browser tests need, or installs it. `npm test` runs this before them. Ends with 1 without Chromium, in
 * whose absence nothing can be judged; another engine that is missing is told, and counts as failed where every engine
 * can be had: in CI.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { ways } from "./engines/engines.ts";
import { engineNames } from "./engines/types.ts";
import { ensure } from "./programs.ts";

const missing = engineNames.flatMap((name) => {
  try {
    ways[name].programs.forEach(ensure);
    return [];
  } catch (error) {
    return [{ name, message: `${name}: ${(error as Error).message}` }];
  }
});
for (const { message } of missing) console.error(message);

// Which engines the tests did without, and why: src/cli/vitest-results.ts tells it.
mkdirSync(".cache", { recursive: true });
writeFileSync(".cache/engines-not-run.json", JSON.stringify(missing.map(({ message }) => message)));
if (missing.some(({ name }) => name === "chromium")) process.exitCode = 1;
