import { type Program } from "../programs.ts";
import { chromiumProgram, startChromium } from "./chromium.ts";
import { firefoxProgram, startFirefox } from "./firefox.ts";
import type { Engine, EngineName, Environment } from "./types.ts";
import { startWebKit, webkitPrograms } from "./webkit.ts";

interface Way {
  /** What the machine must have for it. */
  readonly programs: readonly Program[];
  /** Given the environment of a desktop, it tells that desktop's assistive technology of its pages. */
  readonly start: (desktop?: Environment) => Engine | Promise<Engine>;
}

export const ways: Readonly<Record<EngineName, Way>> = {
  chromium: { programs: [chromiumProgram], start: startChromium },
  firefox: { programs: [firefoxProgram], start: startFirefox },
  webkit: { programs: Object.values(webkitPrograms), start: startWebKit },
};
