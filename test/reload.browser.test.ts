import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { click, follow, goBack, reload, untilAt, untilThere } from "./engines/acts.ts";
import { startEngine } from "./engines/engines.ts";
import { engines } from "./engines/present.ts";
import type { Engine, Size, Tab } from "./engines/types.ts";
import { serveSite } from "./serve.ts";

let server: RunningServer;
let address: string;
beforeAll(async () => {
  server = await serveSite();
  address = `${server.url}${slug}/`;
});
afterAll(() => server.close());

/** Long enough for what comes late, and moves the page, to have come: milliseconds. */
const calm = 400;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, calm));
}

async function settle(tab: Tab): Promise<void> {
  await untilThere(tab, "canvas[tabindex]");
  await pause();
}

async function visitElsewhere(tab: Tab): Promise<void> {
  const here = await tab.evaluate(() => location.href);
  const there = `${server.url}404.html`;
  await follow(tab, there);
  // A page that is put away while it is asked something may never answer.
  await pause();
  await untilAt(tab, there);
  await goBack(tab);
  await pause();
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

/** What stands at the middle of the window, and how far below the window's top. */
function place(tab: Tab): Promise<{ words: string; top: number }> {
  return tab.evaluate(() => {
    const blocks = [...document.querySelectorAll("main :is(p, h2, h3, table), .footer p")];
    const boxes = blocks.map((block) => ({ block, box: block.getBoundingClientRect() }));
    const { block, box } = boxes.find(({ box }) => box.height > 1 && box.bottom > innerHeight / 2)!;
    return { words: block.textContent, top: box.top };
  });
}

/** Which pictures are shown, by whose choice, and where the reader stands in them. */
function reading(tab: Tab) {
  return tab.evaluate(() => ({
    edition: document.querySelector<HTMLInputElement>("[name=edition]:checked")!.value,
    shown: [...document.querySelectorAll("[data-scene]")]
      .filter((scene) => scene.checkVisibility())
      .map(({ id }) => id),
    mark: document.querySelector(".steps [aria-current=true]")!.getAttribute("href"),
    hash: location.hash,
  }));
}

describe.each(engines)("who comes back to the story in %s", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine(name);
  });
  afterAll(() => engine?.close());

  async function open(size: Size): Promise<Tab> {
    const tab = await engine.open(address, size);
    onTestFinished(() => tab.close());
    await settle(tab);
    return tab;
  }

  it.each([
    { width: 390, height: 844, how: "a reload" },
    ...Object.keys(returns).map((how) => ({ width: 1280, height: 800, how })),
  ])("finds the place that was left, at $width × $height after $how", async ({ how, ...size }) => {
    const tab = await open(size);
    for (const share of [0.8, 0.95]) {
      await tab.evaluate((share) => scrollTo(0, document.body.scrollHeight * share), share);
      await pause();
      const before = await place(tab);
      await returns[how](tab);
      await settle(tab);
      const after = await place(tab);
      expect(after.words).toBe(before.words);
      // Browsers keep whole pixels.
      expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1);
    }
  });

  it.each(Object.keys(returns))("finds the edition and the step, after %s", async (how) => {
    const tab = await open({ width: 390, height: 844 });
    await click(tab, "label:has([value=steps])");
    for (let turn = 0; turn < 3; turn++) await click(tab, ".turn span + a");
    const before = await reading(tab);
    const { hash } = before;
    expect(before).toEqual({ edition: "steps", shown: [hash.slice(1)], mark: hash, hash });
    await pause();
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
    await click(tab, "label:has([value=all])");
    await returns[how](tab);
    await settle(tab);
    expect((await reading(tab)).edition).toBe("all");
  });
});
