import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { end, start } from "../engines/processes.ts";
import { aptGet, ensure, type Program } from "../programs.ts";
import { type Desktop, desktopPrograms } from "./desktop.ts";
import { startSpeech } from "./speech.ts";

export const orcaProgram: Program = {
  title: "Orca",
  names: ["orca"],
  installers: { "apt-get": aptGet("orca"), dnf: "dnf install -y orca" },
};

/** X11's numbers of the keys that a reader presses. */
const keyCodes = {
  Control: 0xffe3,
  Down: 0xff54,
  Enter: 0xff0d,
  Escape: 0xff1b,
  F: 0x66,
  /** Orca's key to read on from here. */
  KeypadAdd: 0xffab,
  Right: 0xff53,
  Tab: 0xff09,
} as const;
export type Key = keyof typeof keyCodes;

/** A screen reader for whatever is on a desktop. */
export interface ScreenReader {
  /** Presses a key, and gives back what is then said, which ends with some words. */
  press(key: Key, last: string): Promise<readonly string[]>;
  /** Has it read on from where it is, up to some words. */
  readUpTo(last: string): Promise<readonly string[]>;
  /** What is said without a key, which ends with some words. */
  heard(last: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts Orca on a desktop, with a synthesiser that keeps what it says. */
export async function startOrca({ environment, home }: Desktop): Promise<ScreenReader> {
  const speech = await startSpeech(home);
  const env = { ...process.env, ...environment, SPEECHD_ADDRESS: speech.address };
  const orca = start(ensure(orcaProgram), [], { env, stdio: "ignore" });
  const script = fileURLToPath(new URL("press-key.js", import.meta.url));
  const strike = (key: Key) =>
    promisify(execFile)(ensure(desktopPrograms.asker), ["-m", script, `${keyCodes[key]}`], { env });
  return {
    press: async (key, last) => {
      await strike(key);
      return speech.heard(last);
    },
    readUpTo: async (last) => {
      await strike("KeypadAdd");
      const heard = await speech.heardUpTo(last);
      await strike("Control");
      await speech.heard("");
      return heard;
    },
    heard: (last) => speech.heard(last),
    close: async () => {
      await end(orca);
      speech.close();
    },
  };
}
