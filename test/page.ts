import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScript?: boolean;
  readonly reducedMotion?: boolean;
  /** Anything else that Playwright can set for a context. */
  readonly context?: BrowserContextOptions;
}

export interface WatchedPage {
  readonly page: Page;
  /** Warnings and errors of the console, uncaught errors, broken policies and failed requests, as they came. */
  readonly faults: readonly string[];
  /** The address of every request. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens an address in a context of its own, once everything on it is loaded, and watches what happens there. */
export async function openPage(
  browser: Browser,
  url: string,
  options: PageOptions = {},
): Promise<WatchedPage> {
  const {
    width = 1280,
    height = 800,
    colorScheme = "light",
    javaScript = true,
    reducedMotion = false,
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled: javaScript,
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    locale: "en-GB",
    timezoneId: "Europe/London",
    ...options.context,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => {
    faults.push(`failed: ${request.url()} (${request.failure()?.errorText ?? "no reason given"})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url, { waitUntil: "load" });
  return { page, faults, requests, close: () => context.close() };
}
