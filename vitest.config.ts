import { defineConfig } from "vitest/config";

/** What all tests in a browser have in common. */
const browserTests = {
  globalSetup: ["test/install-engines.ts"],
  setupFiles: ["test/quiet-console.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
/** What is tried in every engine. WebKit draws without a graphics processor: nothing that measures runs beside it. */
const everyEngine = ["exit", "every-engine", "print"].map((name) => `test/${name}.browser.test.ts`);
/** It measures how soon a change is on the page: another file's work would be in its milliseconds. */
const alone = ["test/dev.browser.test.ts"];

/**
 * `unit` needs nothing but the source; `browser` needs the built site and Chromium, and runs two files at a time,
 * since half of a test's time is waiting for a picture to stand still; `engines` needs the other engines too; `alone`
 * comes last.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/**/*.browser.test.ts"],
          setupFiles: ["test/quiet-console.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...browserTests,
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          exclude: [...everyEngine, ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...browserTests,
          name: "engines",
          include: everyEngine,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
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
