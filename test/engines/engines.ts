import { startChromium } from "./chromium.ts";
import { startFirefox } from "./firefox.ts";
import type { Engine, EngineName } from "./types.ts";
import { startWebKit } from "./webkit.ts";

const starts: Readonly<Record<EngineName, () => Engine | Promise<Engine>>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

/** Starts an engine. Throws an Error that says what to install where it is missing. */
export async function startEngine(name: EngineName): Promise<Engine> {
  return starts[name]();
}
