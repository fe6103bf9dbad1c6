import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { click, follow, goBack, pause, reload, untilAt } from "./engines/acts.ts";
import type { Scope, Size, Tab } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { choose, hashOf, scrollTo, settle, shownScenes } from "./reading.ts";
import { serveSite } from "./serve.ts";

const phone: Size = { width: 390, height: 844 };
const onItsSide: Size = { width: 844, height: 390 };
const desk: Size = { width: 1280, height: 800 };

const engine = useEngine();
let server: RunningServer;
let address: string;
beforeAll(async () => {
  server = await serveSite();
  address = `${server.url}${slug}/`;
});
afterAll(() => server.close());

/** Long enough for what comes late, and moves the page, to have come: milliseconds. */
const calm = 400;

async function visitElsewhere(tab: Tab): Promise<void> {
  const here = await tab.evaluate(() => location.href);
  const there = `${server.url}404.html`;
  await follow(tab, there);
  // A page that is put away while it is asked something may never answer.
  await pause(calm);
  await untilAt(tab, there);
  await goBack(tab);
  await pause(calm);
  await untilAt(tab, here);
}

/** Ways of leaving the page and having it again. */
const returns: Readonly<Record<string, (tab: Tab) => Promise<void>>> = {
  "a reload": reload,
  "a visit elsewhere": visitElsewhere,
  "a visit elsewhere for which the page isn't kept": async (tab) => {
    await tab.evaluate(() => addEventListener("unload", () => undefined));
    await visitElsewhere(tab);
  },
};

/** What stands at the middle of the window, and where it begins: CSS pixels below the window's top. */
function place(scope: Scope): Promise<{ words: string; top: number }> {
  return scope.evaluate(() => {
    const blocks = [...document.querySelectorAll("main :is(p, h2, h3, table), .footer p")];
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

/** Which pictures are shown, by whose choice, and where the reader stands in them. */
async function reading(scope: Scope) {
  const { edition, mark } = await scope.evaluate(() => ({
    edition: document.querySelector<HTMLInputElement>("[name=edition]:checked")!.value,
    mark: document.querySelector(".steps [aria-current=true]")!.getAttribute("href"),
  }));
  return { edition, mark, shown: await shownScenes(scope), hash: await hashOf(scope) };
}

describe("who comes back to the story", () => {
  it.each(
    engine.windowsOf([
      { ...phone, how: "a reload" },
      { ...phone, how: "a visit elsewhere for which the page isn't kept" },
      { ...onItsSide, how: "a visit elsewhere" },
      { ...desk, how: "a reload" },
    ]),
  )("finds the place that was left, at $width × $height after $how", async ({ how, ...size }) => {
    const tab = await engine.open(address, size);
    await settle(tab);
    for (const share of [0.3, 0.8, 0.95]) {
      await scrollTo(tab, share * (await tab.evaluate(() => document.body.scrollHeight)));
      await pause(calm);
      const before = await place(tab);
      await returns[how](tab);
      await settle(tab);
      expectSame(await place(tab), before);
    }
  });

  it.each(Object.keys(returns))("finds the edition and the step, after %s", async (how) => {
    const tab = await engine.open(address, phone);
    await settle(tab);
    await choose(tab, "steps");
    for (let turn = 0; turn < 3; turn++) await click(tab, ".turn span + a");
    const before = await reading(tab);
    const { hash } = before;
    expect(before).toEqual({ edition: "steps", shown: [hash.slice(1)], mark: hash, hash });
    await pause(calm);
    const { top } = await place(tab);
    await returns[how](tab);
    await settle(tab);
    expect(await reading(tab)).toEqual(before);
    expect(Math.abs((await place(tab)).top - top)).toBeLessThanOrEqual(1);
    // Its own address once more: the history forgets what it had of the page.
    await click(tab, `.steps a[href="${hash}"]`);
    await returns[how](tab);
    await settle(tab);
    expect(await reading(tab)).toEqual(before);
    await choose(tab, "all");
    await returns[how](tab);
    await pause(calm);
    expect((await reading(tab)).edition).toBe("all");
  });
});

describe.each(engine.windowsOf([phone, onItsSide, desk]))(
  "the reader's place at $width × $height",
  (size) => {
    it("moves nothing while the rest of the page is laid out below it", async () => {
      const tab = await engine.open(address, size);
      await scrollTo(tab, 400);
      const before = await place(tab);
      await settle(tab);
      expectSame(await place(tab), before);
    });
  },
);
