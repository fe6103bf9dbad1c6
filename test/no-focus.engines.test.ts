import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { click, until, untilThere } from "./engines/acts.ts";
import type { Tab } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { serveSite } from "./serve.ts";

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

/** Safari on a Mac gives no focus to links and buttons that are pressed: here nothing gets any. */
describe("where a press gives no focus", () => {
  async function open(path = ""): Promise<Tab> {
    const tab = await engine.open(`${server.url}${slug}/${path}`);
    await untilThere(tab, ".live canvas[tabindex]");
    await tab.evaluate(() => addEventListener("mousedown", (event) => event.preventDefault()));
    return tab;
  }
  const isThere = (tab: Tab, selector: string) =>
    tab.evaluate((selector) => document.querySelector(selector) !== null, selector);

  it("opens receipts and notes, and closes them by Escape and by a press elsewhere", async () => {
    const tab = await open("#ages");
    for (const [opener, opened] of [
      ["#ages a.n", ".receipt"],
      ["#action .term > button", ":popover-open"],
    ]) {
      for (const close of [() => tab.press("Escape"), () => click(tab, ".bar > span")]) {
        await click(tab, opener);
        await untilThere(tab, opened);
        await close();
        await until(tab, `${opened} closed`, (opened) => !document.querySelector(opened), opened);
      }
    }
  });

  it("goes from step to step by presses, and on by keys", async () => {
    const tab = await open();
    await click(tab, "label:has([value=steps])");
    await click(tab, ".turn span + a");
    await tab.press("ArrowRight", "ArrowRight", "ArrowLeft");
    expect(await tab.evaluate(() => document.querySelector(".now .turn span")!.textContent.trim())).toBe(
      "3 of 8",
    );
    await click(tab, ".receipts span a");
    expect(await isThere(tab, ".scene:focus")).toBe(true);
  });

  it("leaves by Shift three times, whatever was pressed before", async () => {
    const tab = await open();
    await click(tab, ".term > button");
    await tab.press("Shift", "Shift");
    await until(
      tab,
      "two presses",
      () => document.querySelector(".exit")!.getAttribute("data-presses") === "●●",
      null,
    );
  });
});
