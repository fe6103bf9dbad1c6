import { defineConfig } from "vitest/config";

/**
 * `unit` needs nothing but the source; `browser` needs the built site and Chromium, and runs one file at a
 * time, since its tests measure and would disturb each other.
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
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          globalSetup: ["test/install-chromium.ts"],
          setupFiles: ["test/quiet-console.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
