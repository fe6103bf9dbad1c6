import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { end, start } from "../engines/processes.ts";
import type { Environment } from "../engines/types.ts";
import { screenProgram, startScreen } from "../engines/screen.ts";
import { aptGet, ensure, type Program } from "../programs.ts";

/** No larger than a browser's window, so that the pointer is on it, and the keyboard goes to it. */
const screenSize = { width: 1280, height: 900 };

const installers = { "apt-get": aptGet("dbus", "at-spi2-core", "gjs", "gir1.2-atspi-2.0") };

/** What a desktop needs so that assistive technology can ask its programs what they show: AT-SPI, and gjs to ask. */
export const desktopPrograms = {
  screen: screenProgram,
  bus: { title: "D-Bus", names: ["dbus-daemon"], installers },
  registry: {
    title: "AT-SPI",
    names: [],
    places: ["/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd"],
    installers,
  },
  asker: { title: "gjs", names: ["gjs"], installers },
  words: {
    title: "AT-SPI for gjs",
    names: [],
    places: ["/usr/lib/*/girepository-1.0/Atspi-2.0.typelib", "/usr/lib*/girepository-1.0/Atspi-2.0.typelib"],
    installers,
  },
} satisfies Readonly<Record<string, Program>>;

/** A desktop with nothing on it but what the tests start, so that nothing else is heard or takes the focus. */
export interface Desktop {
  /** What a program's environment must have for it to show here. */
  readonly environment: Environment;
  /** A folder that goes with the desktop. */
  readonly home: string;
  close(): Promise<void>;
}

export async function startDesktop(): Promise<Desktop> {
  const home = await mkdtemp(join(tmpdir(), "desktop-"));
  const { screen, display } = await startScreen(home, screenSize);
  const environment = {
    DISPLAY: display,
    LANG: "C.UTF-8",
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
    // Settings that end with the desktop.
    GSETTINGS_BACKEND: "memory",
    // Firefox tells nobody of its pages unless it is asked to.
    GNOME_ACCESSIBILITY: "1",
  };
  const { bus, address } = await startBus(environment);
  return {
    environment: { ...environment, DBUS_SESSION_BUS_ADDRESS: address },
    home,
    close: async () => {
      await Promise.all([end(bus), end(screen)]);
      await rm(home, { recursive: true, maxRetries: 3 });
    },
  };
}

/** A session's bus of D-Bus. It starts AT-SPI when it is asked for, which presses keys on the screen. */
async function startBus(environment: Environment): Promise<{ bus: ChildProcess; address: string }> {
  const bus = start(
    ensure(desktopPrograms.bus),
    ["--session", "--nofork", "--nopidfile", "--print-address=3"],
    { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    (bus.stdio[3] as Readable).once("data", (said: Buffer) => resolve(said.toString().trim()));
    bus.once("exit", () => reject(new Error("D-Bus did not start")));
  });
  return { bus, address };
}
