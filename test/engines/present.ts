import { inject } from "vitest";
import type { EngineName } from "./types.ts";

/** The engines that this machine has: see install-engines.ts. */
export const engines: readonly EngineName[] = inject("engines");
