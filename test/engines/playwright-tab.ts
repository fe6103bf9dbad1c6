import type { BrowserContext, Page } from "playwright-core";
import { type EngineName, type Tab, within } from "./types.ts";

/** How long a page may take to answer: milliseconds. */
const patience = 20_000;

/** What an engine does in its own way. */
export interface Ways {
  readonly screenshot: () => Promise<Buffer>;
  readonly print: () => Promise<Buffer>;
}

/** Opens an address in a context of its own, which closes with the tab. */
export async function openPlaywrightTab(
  engine: EngineName,
  context: BrowserContext,
  address: string,
  waysOf: (page: Page) => Ways | Promise<Ways>,
): Promise<Tab> {
  const page = await context.newPage();
  const { screenshot, print } = await waysOf(page);
  const ask = <Result>(asked: Promise<Result>) => within(patience, engine, asked);
  const tab: Tab = {
    engine,
    goto: async (to) => void (await ask(page.goto(to, { waitUntil: "load" }))),
    evaluate: (run: (argument: never) => unknown, argument?: unknown) =>
      ask(page.evaluate(run as (argument: unknown) => unknown, argument)) as Promise<never>,
    press: async (...keys) => {
      for (const key of keys) await ask(page.keyboard.press(key));
    },
    move: ({ x, y }) => ask(page.mouse.move(x, y)),
    clickAt: ({ x, y }) => ask(page.mouse.click(x, y)),
    screenshot: () => ask(screenshot()),
    print: () => ask(print()),
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
