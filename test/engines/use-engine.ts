import { beforeAll, inject, onTestFinished } from "vitest";
import { ways } from "./engines.ts";
import type { Engine, EngineName, Size, Tab, TabOptions } from "./types.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The engine that a project's tests run in: see vitest.config.ts. */
    readonly engine: EngineName;
  }
}

/** The engine that a test file runs in. */
export interface UsedEngine {
  readonly name: EngineName;
  /** Opens an address in a window that closes with the test. */
  open(address: string, options?: TabOptions): Promise<Tab>;
  /** Opens an address in a window for several tests. */
  openForAll(address: string, options?: TabOptions): Promise<Tab>;
  /**
   * Those of some windows that most of the engine's readers have: all in Chromium, a desk's in Firefox, a phone's in
   * WebKit. What a window's width does to a page is its sheet's work, and the same in all engines.
   */
  windowsOf<Window extends Size>(windows: readonly Window[]): readonly Window[];
}

/** Windows from this width on are a desk's, in CSS pixels. */
const desksBegin = 704;

/**
 * The engine serves all the files that a worker runs, one after the other: to start it takes seconds. It ends with the
 * worker.
 */
let started: Promise<Engine> | undefined;

/** Starts the project's engine before the tests of a file, unless it runs already. */
export function useEngine(): UsedEngine {
  const name = inject("engine");
  beforeAll(async () => {
    started ??= Promise.resolve(ways[name].start());
    await started;
  });
  const openForAll = async (address: string, options?: TabOptions) => (await started!).open(address, options);
  return {
    name,
    open: async (address, options) => {
      const tab = await openForAll(address, options);
      onTestFinished(() => tab.close());
      return tab;
    },
    openForAll,
    windowsOf: (windows) =>
      windows.filter(({ width }) => name === "chromium" || width >= desksBegin === (name === "firefox")),
  };
}
