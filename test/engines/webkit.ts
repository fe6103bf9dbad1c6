import { type ChildProcess, execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../free-port.ts";
import { readAtspiTree } from "../assistive/atspi.ts";
import { aptGet, ensure, type Program } from "../programs.ts";
import { until } from "./acts.ts";
import { end, start } from "./processes.ts";
import { readScreen, screenProgram, screenSize, startScreen } from "./screen.ts";
import type { Engine, Environment, Point, Size, Tab, TabOptions } from "./types.ts";
import { type ClearableTab, openWebDriverTab } from "./webdriver-tab.ts";
import { openSession, type Session } from "./webdriver.ts";

const installers = {
  "apt-get": aptGet("webkit2gtk-driver", "gjs", "gir1.2-webkit2-4.1"),
  dnf: "dnf install -y webkit2gtk4.1 gjs",
};

/** Apple's engine as GTK has it: its driver, what runs a window for it, and a screen that nobody sees. */
export const webkitPrograms = {
  driver: { title: "WebKitGTK's driver", names: ["WebKitWebDriver"], installers },
  scripts: { title: "gjs", names: ["gjs"], installers },
  bindings: {
    title: "WebKitGTK for gjs",
    names: [],
    places: [
      "/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib",
      "/usr/lib*/girepository-1.0/WebKit2-4.1.typelib",
    ],
    installers,
  },
  screen: screenProgram,
} satisfies Readonly<Record<string, Program>>;

/** What a reader has chosen once for all pages. */
type Settings = Required<Omit<TabOptions, keyof Size>>;

/** What a window has above its page: see webkit-browser.js. */
const strip = 1;

/** A browser with one window. */
interface Window {
  readonly session: Session;
  readonly driver: ChildProcess;
  /** The path of what it and its pages have said. */
  readonly log: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Starts WebKitGTK. Each tab has a browser of its own, since one that stands still can only be ended from outside; what
 * a tab has left serves the next with the same settings.
 */
export async function startWebKit(desktop?: Environment): Promise<Engine> {
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  const { screen, display } = await startScreen(home);
  const used = new Set<Window>();
  const idle = new Map<string, Window[]>();

  const openWindow = async (settings: Settings): Promise<Window> => {
    const environment = {
      ...process.env,
      ...desktop,
      DISPLAY: display,
      ...(await environmentOf(home, settings)),
    };
    const port = await freePort();
    const log = join(home, `${port}.log`);
    const driver = start(ensure(webkitPrograms.driver), [`--port=${port}`], {
      env: environment,
      stdio: "ignore",
    });
    try {
      const session = await openSession(`http://127.0.0.1:${port}/`, {
        // What a page does while another is on its way is what is tested here: nothing waits for it.
        pageLoadStrategy: "none",
        "webkitgtk:browserOptions": browserOf(settings, log),
      });
      return { session: tellLog(session, log), driver, log, environment };
    } catch (error) {
      await end(driver);
      throw error;
    }
  };

  return {
    name: "webkit",
    open: async (address, { width = 1280, height = 800, ...options } = {}) => {
      const settings = { colorScheme: "light", reducedMotion: false, javaScript: true, ...options } as const;
      const key = Object.values(settings).join();
      const free = idle.get(key) ?? [];
      idle.set(key, free);
      const window = free.pop() ?? (await openWindow(settings));
      used.add(window);
      const { session, driver, log, environment } = window;
      const { length: saidBefore } = await readFile(log, "utf8");
      let size: Size = { width, height };
      const tab: ClearableTab = openWebDriverTab("webkit", session, {
        resize: async (to) => {
          size = to;
          await place(session, tab, size);
        },
        faults: async () => faultsIn((await readFile(log, "utf8")).slice(saidBefore)),
        screenshot: () => readScreen(join(home, "Xvfb_screen0"), { ...cornerOf(size), ...size }),
        print: (address) => print(address, home, environment),
        accessibilityTree: (title) => readAtspiTree({ ...desktop }, title),
        close: async () => {
          used.delete(window);
          try {
            await tab.clear();
            // Out of the way of those that are used.
            await session.call("POST", "/window/rect", {
              x: screenSize.width,
              y: 0,
              width: 390,
              height: 844,
            });
            free.push(window);
          } catch {
            await end(driver);
          }
        },
      });
      try {
        await tab.resize(size);
        await tab.goto(address);
      } catch (error) {
        await tab.close();
        throw error;
      }
      return tab;
    },
    close: async () => {
      for (const { driver } of [...used, ...[...idle.values()].flat()]) await end(driver);
      await end(screen);
      await rm(home, { recursive: true, maxRetries: 3 });
    },
  };
}

/** The browser, with what its pages and it itself say, and how it ends, in a file: its driver keeps that from us. */
function browserOf({ javaScript }: Settings, log: string): object {
  const shell = `"$0" "$@" > "${log}" 2>&1; echo "It ended with status $?" >> "${log}"`;
  const script = fileURLToPath(new URL("webkit-browser.js", import.meta.url));
  const args = ["-m", script, ...(javaScript ? [] : ["--no-script"])];
  return { binary: "/bin/sh", args: ["-c", shell, ensure(webkitPrograms.scripts), ...args] };
}

/** What the console has complained of, as WebKit writes it: `place: CONSOLE kind level words`. */
function faultsIn(log: string): string[] {
  return [...log.matchAll(/CONSOLE (?:[A-Z]+ )*(?:ERROR|WARN) .*/g)].map(([fault]) => fault);
}

/** A session whose errors hold what the browser has said of itself. */
function tellLog(session: Session, log: string): Session {
  return {
    call: (method, path, body, limit) =>
      session.call<never>(method, path, body, limit).catch(async (error: unknown) => {
        throw new Error(`${String(error)}\n${await readFile(log, "utf8")}`);
      }),
  };
}

/** The reader's settings are those of GTK. */
async function environmentOf(
  home: string,
  { colorScheme, reducedMotion }: Settings,
): Promise<Record<string, string>> {
  const dark = colorScheme === "dark";
  const folder = join(home, `${colorScheme}-${reducedMotion ? "still" : "moving"}`);
  await mkdir(join(folder, "gtk-3.0"), { recursive: true });
  await writeFile(
    join(folder, "gtk-3.0", "settings.ini"),
    `[Settings]\ngtk-application-prefer-dark-theme=${dark}\ngtk-enable-animations=${!reducedMotion}\n`,
  );
  return {
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_DATA_HOME: folder,
    LANG: "C.UTF-8",
    // Without a graphics processor Mesa stands in for one, and now and then it ends the page.
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1",
    ...(dark && { GTK_THEME: "Adwaita:dark" }),
  };
}

/** Where on the screen a page begins: the strip above it is under the pointer, with which the focus goes. */
function cornerOf({ width }: Size): Point {
  return { x: Math.round((screenSize.width - width) / 2), y: screenSize.height / 2 + strip };
}

/** Gives a window its size and its place, and waits until the page has them. */
async function place(session: Session, tab: Tab, { width, height }: Size): Promise<void> {
  const { x, y } = cornerOf({ width, height });
  await session.call("POST", "/window/rect", { x, y: y - strip, width, height: height + strip });
  await until(
    tab,
    `a window of ${width} × ${height}`,
    (size) => innerWidth === size.width && innerHeight === size.height,
    { width, height },
  );
}

async function print(address: string, home: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const file = join(home, `${await freePort()}.pdf`);
  const script = fileURLToPath(new URL("print-page.js", import.meta.url));
  await promisify(execFile)(ensure(webkitPrograms.scripts), ["-m", script, address, file], {
    env,
    timeout: 50_000,
  });
  return readFile(file);
}
