import { type Browser, chromium, type LaunchOptions, type Page } from "playwright-core";
import { readAxTree } from "../assistive/ax-tree.ts";
import { aptGet, ensure, type Program } from "../programs.ts";
import { openPlaywrightTab, type Ways } from "./playwright-tab.ts";
import type { Engine } from "./types.ts";

export const chromiumProgram: Program = {
  title: "Chromium or Google Chrome",
  names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  places: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
  variable: "CHROMIUM",
  installers: {
    "apt-get": aptGet("chromium"),
    dnf: "dnf install -y chromium",
    apk: "apk add --no-cache chromium",
    brew: "brew install --cask chromium",
  },
};

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: ensure(chromiumProgram), args: flags, ...options });
}

/** Chromium as its readers have it: with the pages that it keeps to bring them back. */
export async function startChromium(): Promise<Engine> {
  const browser = await launchChromium({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  return {
    name: "chromium",
    open: async (address, options = {}) => {
      const { width = 1280, height = 800, colorScheme = "light", reducedMotion = false } = options;
      const { javaScript = true } = options;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        reducedMotion: reducedMotion ? "reduce" : "no-preference",
        javaScriptEnabled: javaScript,
        locale: "en-GB",
        timezoneId: "Europe/London",
      });
      return openPlaywrightTab("chromium", context, address, waysOf);
    },
    close: () => browser.close(),
  };
}

async function waysOf(page: Page): Promise<Ways> {
  const session = await page.context().newCDPSession(page);
  return {
    // Also while another page is asked for: Playwright would wait until that answers.
    screenshot: async () => {
      const { data } = await session.send("Page.captureScreenshot");
      return Buffer.from(data, "base64");
    },
    print: () => page.pdf({ format: "A4" }),
    accessibilityTree: () => readAxTree(session),
  };
}
