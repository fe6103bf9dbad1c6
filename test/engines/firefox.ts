import type { ChildProcess } from "node:child_process";
import { type Browser, firefox, type Page } from "playwright-core";
import { readAtspiTree } from "../assistive/atspi.ts";
import { aptGet, ensure, type Program } from "../programs.ts";
import { openPlaywrightTab } from "./playwright-tab.ts";
import { endWithTests } from "./processes.ts";
import type { Engine, Environment, TabOptions } from "./types.ts";

export const firefoxProgram: Program = {
  title: "Firefox",
  names: ["firefox-esr", "firefox"],
  places: [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
  variable: "FIREFOX",
  installers: {
    "apt-get": aptGet("firefox-esr"),
    dnf: "dnf install -y firefox",
    apk: "apk add --no-cache firefox-esr",
    brew: "brew install --cask firefox",
  },
};

/** A session of WebDriver BiDi, as far as Playwright's own shows it. */
interface Session {
  readonly sessionId: string;
  send(method: string, params: object): Promise<unknown>;
}

interface BrowserInsides {
  readonly _browserSession: Session;
  readonly options: { readonly browserProcess: { readonly process: ChildProcess } };
}

/** Playwright's insides, where they are needed: its interface has nothing for it. */
interface Insides<Implementation> {
  readonly _connection: { toImpl(of: object): Implementation };
}

/**
 * Firefox by WebDriver BiDi. The reader's settings are preferences of the whole browser, so that there is a browser for
 * each combination of them that is asked for. On a desktop it has windows, and tells screen readers of them.
 */
export function startFirefox(desktop?: Environment): Engine {
  const browsers = new Map<string, Promise<Browser>>();
  const browserFor = (options: TabOptions) => {
    const preferences = preferencesFor(options);
    const key = JSON.stringify(preferences);
    const browser = browsers.get(key) ?? launch(preferences, desktop);
    browsers.set(key, browser);
    return browser;
  };
  return {
    name: "firefox",
    open: async (address, options = {}) => {
      const { width = 1280, height = 800 } = options;
      const browser = await browserFor(options);
      const context = await browser.newContext({ viewport: { width, height } });
      return openPlaywrightTab("firefox", context, address, (page) => ({
        screenshot: () => screenshot(page),
        print: () => print(page),
        accessibilityTree: async () => readAtspiTree({ ...desktop }, await page.title()),
      }));
    },
    close: async () => {
      for (const launched of await Promise.allSettled(browsers.values()))
        if (launched.status === "fulfilled") await launched.value.close();
    },
  };
}

function preferencesFor(options: TabOptions) {
  const { width = 1280, colorScheme = "light", reducedMotion = false, javaScript = true } = options;
  // 1: a finger; 6: a mouse, which can hover.
  const pointer = width < 600 ? 1 : 6;
  return {
    "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
    "ui.prefersReducedMotion": Number(reducedMotion),
    "ui.primaryPointerCapabilities": pointer,
    "ui.allPointerCapabilities": pointer,
    // Scrollbars that take no room, as the other engines here have them.
    "ui.useOverlayScrollbars": 1,
    "widget.gtk.overlay-scrollbars.enabled": true,
    "intl.accept_languages": "en-GB",
    // No link has been visited before.
    "places.history.enabled": false,
    "javascript.enabled": javaScript,
  };
}

async function launch(
  firefoxUserPrefs: ReturnType<typeof preferencesFor>,
  desktop?: Environment,
): Promise<Browser> {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: ensure(firefoxProgram),
    headless: desktop === undefined,
    env: { ...process.env, ...desktop },
    firefoxUserPrefs,
  });
  const { _browserSession: session, options } = insides<BrowserInsides>(browser);
  endWithTests(options.browserProcess.process);
  // Playwright asks every new context for a command that Firefox ESR does not know yet, and would end there.
  const send = session.send.bind(session);
  session.send = (method, params) =>
    method === "emulation.setMediaFeaturesOverride" ? Promise.resolve({}) : send(method, params);
  return browser;
}

/** Sends a command of WebDriver BiDi to a page for which Playwright has none, and gives back the data that comes. */
async function ask(page: Page, command: string, settings: object): Promise<Buffer> {
  const { delegate } = insides<{ readonly delegate: { readonly _session: Session } }>(page);
  const context = delegate._session.sessionId;
  const { data } = (await delegate._session.send(command, { context, ...settings })) as {
    readonly data: string;
  };
  return Buffer.from(data, "base64");
}

// Playwright's own asks the page's scripts first, and puts a style in the page that its policy refuses.
const screenshot = (page: Page) => ask(page, "browsingContext.captureScreenshot", {});
const print = (page: Page) =>
  ask(page, "browsingContext.print", { page: { width: 21, height: 29.7 }, background: true });

function insides<Implementation>(of: Browser | Page): Implementation {
  return (of as unknown as Insides<Implementation>)._connection.toImpl(of);
}
