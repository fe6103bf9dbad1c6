import { type ChildProcess, execFile, spawn, type SpawnOptions } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../free-port.ts";
import { aptGet, ensure, type Program } from "../programs.ts";
import { readScreen } from "./screen.ts";
import type { Engine, Point, Tab, TabOptions } from "./types.ts";
import { openWebDriverTab } from "./webdriver-tab.ts";
import { openSession, type Session } from "./webdriver.ts";

const installers = {
  "apt-get": aptGet("webkit2gtk-driver", "xvfb", "gjs", "gir1.2-webkit2-4.1"),
  dnf: "dnf install -y webkit2gtk4.1 xorg-x11-server-Xvfb gjs",
};

/** Apple's engine as GTK has it: its driver, its browser, a screen that nobody sees, and what prints. */
export const webkitPrograms = {
  driver: { title: "WebKitGTK's driver", names: ["WebKitWebDriver"], installers },
  browser: {
    title: "WebKitGTK's MiniBrowser",
    names: [],
    places: ["/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/libexec/webkit2gtk-4.1/MiniBrowser"],
    installers,
  },
  screen: { title: "Xvfb", names: ["Xvfb"], installers },
  printer: { title: "gjs", names: ["gjs"], installers },
} satisfies Readonly<Record<string, Program>>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The pointer is at its middle until something moves it. */
const screenSize: Size = { width: 2600, height: 2600 };

/**
 * A toolbar of no height would be best; this comes near, and a window can then be as narrow as a phone. Nor does the
 * browser write over the page where the link under the pointer leads.
 */
const gtkStyle = `toolbar, toolbar *, box.horizontal entry, entry, button, image, notebook > header, notebook > header * {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; -gtk-icon-transform: scale(0.01);
}
overlay label { opacity: 0; }`;

/** Starts WebKitGTK. Each tab is a browser of its own: one that stands still can only be ended from outside. */
export async function startWebKit(): Promise<Engine> {
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  const { screen, display } = await startScreen(home);
  return {
    name: "webkit",
    open: async (address, options = {}) => {
      const environment = { ...process.env, DISPLAY: display, ...(await settingsFor(home, options)) };
      const port = await freePort();
      const log = join(home, `${port}.log`);
      const driver = start(ensure(webkitPrograms.driver), [`--port=${port}`], {
        env: environment,
        stdio: "ignore",
      });
      const opened = await openSession(`http://127.0.0.1:${port}/`, {
        // What a page does while another is on its way is what is tested here: nothing waits for it.
        pageLoadStrategy: "none",
        "webkitgtk:browserOptions": keepLog(ensure(webkitPrograms.browser), log),
      }).catch(async (error: unknown) => {
        await end(driver);
        throw error;
      });
      const session = tellLog(opened, log);
      const { width = 1280, height = 800 } = options;
      let corner: Point = { x: 0, y: 0 };
      const tab: Tab = openWebDriverTab("webkit", session, {
        screenshot: () => readScreen(join(home, "Xvfb_screen0"), { ...corner, width, height }),
        print: (address) => print(address, home, environment),
        close: () => end(driver),
      });
      try {
        corner = await fit(session, tab, { width, height });
        await tab.goto(address);
      } catch (error) {
        await tab.close();
        throw error;
      }
      return tab;
    },
    close: async () => {
      await end(screen);
      await rm(home, { recursive: true, maxRetries: 3 });
    },
  };
}

/** What runs, so that it ends with the tests even where these break off. */
const running = new Set<ChildProcess>();
process.once("exit", () => running.forEach(kill));

/** Starts a program that is ended with all that it starts: a page that stands still hears nothing else. */
function start(path: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(path, args, { ...options, detached: true });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  kill(child);
  await ended;
}

/** A screen that is kept in a file of the folder, which shows what a reader would see. */
async function startScreen(folder: string): Promise<{ screen: ChildProcess; display: string }> {
  const { width, height } = screenSize;
  const args = [
    "-displayfd",
    "3",
    "-fbdir",
    folder,
    "-screen",
    "0",
    `${width}x${height}x24`,
    "-nolisten",
    "tcp",
  ];
  const screen = start(ensure(webkitPrograms.screen), args, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    (screen.stdio[3] as Readable).once("data", (said: Buffer) => resolve(said.toString().trim()));
    screen.once("exit", () => reject(new Error("Xvfb did not start")));
  });
  return { screen, display: `:${number}` };
}

/** The browser, with what it says of itself and how it ends in a file: its driver keeps that from us. */
function keepLog(
  browser: string,
  log: string,
): { readonly binary: string; readonly args: readonly string[] } {
  const script = `"$0" "$@" > "${log}" 2>&1; echo "It ended with status $?" >> "${log}"`;
  return { binary: "/bin/sh", args: ["-c", script, browser, "--automation"] };
}

/** A session whose errors hold what the browser has said of itself. */
function tellLog(session: Session, log: string): Session {
  return {
    call: (method, path, body) =>
      session.call<never>(method, path, body).catch(async (error: unknown) => {
        throw new Error(`${String(error)}\n${await readFile(log, "utf8")}`);
      }),
  };
}

/** The reader's settings are those of GTK. */
async function settingsFor(
  home: string,
  { colorScheme = "light", reducedMotion = false }: TabOptions,
): Promise<Record<string, string>> {
  const dark = colorScheme === "dark";
  const folder = join(home, `${colorScheme}-${reducedMotion ? "still" : "moving"}`);
  await mkdir(join(folder, "gtk-3.0"), { recursive: true });
  await writeFile(join(folder, "gtk-3.0", "gtk.css"), gtkStyle);
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

/**
 * Makes the page's part of the window as large as is asked, without what the browser has above it.
 * @returns where on the screen it begins
 */
async function fit(session: Session, tab: Tab, { width, height }: Size): Promise<Point> {
  let above = 0;
  let outer = { width, height };
  for (let attempt = 0; attempt < 20; attempt++) {
    // The toolbar is under the pointer: without a window manager the focus goes with it, and it would be in pictures.
    const x = Math.round((screenSize.width - outer.width) / 2);
    const y = Math.round((screenSize.height - above) / 2) - 1;
    await session.call("POST", "/window/rect", { x, y, ...outer });
    const inner = await tab.evaluate(async () => {
      // It takes its size some time after it was told to.
      for (let still = 0, before = ""; still < 5; still++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (before !== `${innerWidth} ${innerHeight}`) still = 0;
        before = `${innerWidth} ${innerHeight}`;
      }
      return { width: innerWidth, height: innerHeight };
    });
    if (inner.width === width && inner.height === height) return { x, y: y + above };
    above += height - inner.height;
    outer = { width: outer.width + width - inner.width, height: height + above };
  }
  throw new Error(`WebKit's window does not become ${width} × ${height}`);
}

async function print(address: string, home: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const file = join(home, `${await freePort()}.pdf`);
  const script = fileURLToPath(new URL("print-page.js", import.meta.url));
  await promisify(execFile)(ensure(webkitPrograms.printer), ["-m", script, address, file], {
    env,
    timeout: 50_000,
  });
  return readFile(file);
}
