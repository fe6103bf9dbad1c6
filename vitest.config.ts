import { defineConfig } from "vitest/config";
import { desktopPrograms } from "./test/assistive/desktop.ts";
import { orcaProgram } from "./test/assistive/orca.ts";
import { ways } from "./test/engines/engines.ts";
import { engineNames } from "./test/engines/types.ts";
import { find, type Program } from "./test/programs.ts";

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

const areHere = (programs: readonly Program[]) => programs.every((program) => find(program) !== null);
/** What the tests can be run in, and heard by: what this machine lacks is told by test/install-engines.ts. */
const engines = engineNames.filter((name) => name === "chromium" || areHere(ways[name].programs));
const isHeard =
  engines.length === engineNames.length && areHere([...Object.values(desktopPrograms), orcaProgram]);

const heard = {
  test: {
    ...browserTests,
    name: "heard",
    include: ["test/**/*.heard.test.ts"],
    sequence: { groupOrder: 3 },
  },
};

/**
 * `unit` needs nothing but the source; `browser` needs the built site and Chromium; then there is a project for each
 * engine, in which what is tried in all of them (`*.engines.test.ts`) runs; `heard` is what
 * assistive technology is told (`*.heard.test.ts`); `alone` comes last.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/**/*.{browser,engines,heard}.test.ts"],
          setupFiles: ["test/quiet-console.ts"],
          // Generated stages take seconds, and longer beside other work: this is for what hangs.
          testTimeout: 60_000,
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
          // A worker keeps its engine from file to file: see test/engines/use-engine.ts.
          isolate: false,
          // WebKit draws without a graphics processor: nothing that measures runs beside it.
          sequence: { groupOrder: 2 },
        },
      })),
      ...(isHeard ? [heard] : []),
      {
        test: {
          ...browserTests,
          name: "alone",
          include: alone,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
