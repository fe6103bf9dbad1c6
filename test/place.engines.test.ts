import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { follow, goBack, reload, untilAt } from "./engines/acts.ts";
import type { Scope } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { scrollTo, settle } from "./reading.ts";
import { serveSite } from "./serve.ts";

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite();
});
afterAll(() => server.close());

/** What stands at the middle of the window, and where it begins: CSS pixels below the window's top. */
function place(scope: Scope): Promise<{ words: string; top: number }> {
  return scope.evaluate(() => {
    const blocks = [...document.querySelectorAll("main :is(p, h2, h3, table)")];
    const boxes = blocks.map((block) => ({ block, box: block.getBoundingClientRect() }));
    const { block, box } = boxes.find(({ box }) => box.height > 1 && box.bottom > innerHeight / 2)!;
    return { words: block.textContent, top: box.top };
  });
}

/** Browsers keep whole pixels. */
function expectSame(now: Awaited<ReturnType<typeof place>>, before: typeof now): void {
  expect(now.words).toBe(before.words);
  expect(Math.abs(now.top - before.top)).toBeLessThanOrEqual(1);
}

describe.each([
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
])("the reader's place at $width × $height", (size) => {
  it.each([0.3, 0.6, 0.8, 0.95])(
    "is the same after a reload and after a visit elsewhere, %f of the way down",
    async (share) => {
      const address = `${server.url}${slug}/`;
      const tab = await engine.open(address, size);
      await settle(tab);
      await scrollTo(tab, share * (await tab.evaluate(() => document.body.scrollHeight)));
      await settle(tab);
      const before = await place(tab);
      await reload(tab);
      await settle(tab);
      expectSame(await place(tab), before);
      await follow(tab, `${server.url}404.html`);
      await untilAt(tab, `${server.url}404.html`);
      await goBack(tab);
      await untilAt(tab, address);
      await settle(tab);
      expectSame(await place(tab), before);
    },
  );

  it("moves nothing while the rest of the page is laid out below it", async () => {
    const tab = await engine.open(`${server.url}${slug}/`, size);
    await scrollTo(tab, 400);
    const before = await place(tab);
    await settle(tab);
    expectSame(await place(tab), before);
  });
});
