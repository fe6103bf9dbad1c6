import { defineConfig } from "vitest/config";
import { ways } from "./test/engines/engines.ts";
import { engineNames } from "./test/engines/types.ts";
import { find } from "./test/programs.ts";

/** What all tests in a browser have in common. */
const browserTests = {
  setupFiles: ["test/quiet-console.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // One for each core; half of a test's time is waiting for a picture to stand still.
  maxWorkers: 2,
};
/** It measures how soon a change is on the page: another file's work would be in its milliseconds. */
const alone = ["test/dev.browser.test.ts"];

/** What the tests can be run in: another engine that this machine lacks is told by test/install-engines.ts. */
const engines = engineNames.filter(
  (name) => name === "chromium" || ways[name].programs.every((program) => find(program) !== null),
);

/**
 * `unit` needs nothing but the source; `browser` needs the built site and Chromium; then there is a project for each
 * engine, in which what is tried in all of them (`*.engines.test.ts`) runs; `alone` comes last.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/**/*.{browser,engines}.test.ts"],
          setupFiles: ["test/quiet-console.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...browserTests,
          name: "browser",
          provide: { engine: "chromium" },
          include: ["test/**/*.browser.test.ts"],
          exclude: alone,
          sequence: { groupOrder: 1 },
        },
      },
      ...engines.map((engine) => ({
        test: {
          ...browserTests,
          name: engine,
          provide: { engine },
          include: ["test/**/*.engines.test.ts"],
          // WebKit draws without a graphics processor: nothing that measures runs beside it.
          sequence: { groupOrder: 2 },
        },
      })),
      {
        test: {
          ...browserTests,
          name: "alone",
          include: alone,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
