import type { BrowserContext, Page } from "playwright-core";
import type { Accessible } from "../assistive/accessible.ts";
import { type EngineName, type Scope, type Tab, within } from "./types.ts";

/** How long a page may take to answer: milliseconds. */
const patience = 20_000;

/** What an engine does in its own way. */
export interface Ways {
  readonly screenshot: () => Promise<Buffer>;
  readonly print: () => Promise<Buffer>;
  readonly accessibilityTree: () => Promise<Accessible>;
}

/** Opens an address in a context of its own, which closes with the tab. */
export async function openPlaywrightTab(
  engine: EngineName,
  context: BrowserContext,
  address: string,
  waysOf: (page: Page) => Ways | Promise<Ways>,
): Promise<Tab> {
  const page = await context.newPage();
  const { screenshot, print, accessibilityTree } = await waysOf(page);
  const ask = <Result>(asked: Promise<Result>) => within(patience, engine, asked);
  const scope = (of: () => Promise<Pick<Page, "evaluate">>): Scope => ({
    evaluate: (run: (argument: never) => unknown, argument?: unknown) =>
      ask(of().then((of) => of.evaluate(run as (argument: unknown) => unknown, argument))) as Promise<never>,
  });
  const faults = watch(page);
  const tab: Tab = {
    engine,
    goto: async (to) => void (await ask(page.goto(to, { waitUntil: "load" }))),
    ...scope(() => Promise.resolve(page)),
    frame: (selector) =>
      scope(async () => {
        const frame = await (await page.$(selector))?.contentFrame();
        if (!frame) throw new Error(`${selector} is no frame`);
        return frame;
      }),
    resize: (size) => ask(page.setViewportSize(size)),
    press: async (...keys) => {
      for (const key of keys) await ask(page.keyboard.press(key));
    },
    move: ({ x, y }) => ask(page.mouse.move(x, y)),
    clickAt: ({ x, y }) => ask(page.mouse.click(x, y)),
    wheel: (by) => ask(page.mouse.wheel(0, by)),
    faults: () => Promise.resolve(faults),
    screenshot: () => ask(screenshot()),
    print: () => ask(print()),
    accessibilityTree: () => ask(accessibilityTree()),
    close: () => context.close(),
  };
  try {
    await tab.goto(address);
  } catch (error) {
    await tab.close();
    throw error;
  }
  return tab;
}

/** Keeps what a page's browser complains of, as it comes. */
function watch(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    faults.push(`failed: ${request.url()} (${request.failure()?.errorText ?? "no reason given"})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
