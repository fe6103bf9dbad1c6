import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import { ways } from "./engines.ts";
import type { Engine, EngineName, Tab, TabOptions } from "./types.ts";

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
}

/** Starts the project's engine before the tests of a file, or of a group in it, and closes it after them. */
export function useEngine(): UsedEngine {
  const name = inject("engine");
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await ways[name].start();
  });
  afterAll(() => engine?.close());
  const openForAll = (address: string, options?: TabOptions) => engine!.open(address, options);
  return {
    name,
    open: async (address, options) => {
      const tab = await openForAll(address, options);
      onTestFinished(() => tab.close());
      return tab;
    },
    openForAll,
  };
}
