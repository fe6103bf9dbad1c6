import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { compareLines, writeTree } from "./assistive/accessible.ts";
import { type Desktop, startDesktop } from "./assistive/desktop.ts";
import { slug } from "./built-page.ts";
import { click, focus, pause, until } from "./engines/acts.ts";
import { ways } from "./engines/engines.ts";
import { type EngineName, engineNames, type Tab } from "./engines/types.ts";
import { serveSite } from "./serve.ts";

/**
 * What each engine tells assistive technology of the first story, against golden trees that have been looked at. What
 * Chromium tells is golden: all of it at rest, and what is otherwise in each other state. Of another engine it is where
 * its own differs from that. After a change that is meant to be heard: `npx vitest run --project heard test/accessibility -u`.
 */
const states = ["at rest", "in a step", "in a receipt", "on the stage", "step by step"] as const;

const acts: Readonly<Record<(typeof states)[number], (tab: Tab) => Promise<void>>> = {
  "at rest": (tab) =>
    until(tab, "the stage", () => document.querySelector(".live") !== null, null).then(() => {}),
  "in a step": async (tab) => {
    await click(tab, '.steps a[href="#action"]');
    await until(tab, "the step", () => document.querySelector("#action.now") !== null, null);
  },
  "in a receipt": async (tab) => {
    await focus(tab, "#action a.n[data-of=warned]");
    await tab.press("Enter");
  },
  "on the stage": async (tab) => {
    await tab.press("Escape");
    await focus(tab, "canvas");
    await tab.press("ArrowDown", "ArrowDown");
  },
  "step by step": async (tab) => {
    await focus(tab, "[value=scroll]");
    await tab.press("ArrowDown");
    await until(
      tab,
      "one step",
      () => document.querySelectorAll("[data-scene]:not(.now)")[0].checkVisibility() === false,
      null,
    );
  },
};

let server: RunningServer;
let desktop: Desktop;
let chromium: ReadonlyMap<string, string>;
beforeAll(async () => {
  server = await serveSite();
  desktop = await startDesktop();
  chromium = await treesIn("chromium");
});
afterAll(async () => {
  await desktop.close();
  await server.close();
});

describe.each(engineNames)("the accessibility tree in %s", (name) => {
  let trees: ReadonlyMap<string, string>;
  beforeAll(async () => {
    trees = name === "chromium" ? chromium : await treesIn(name);
  });

  it.each(states)("is the golden one %s", async (state) => {
    const told = (trees: ReadonlyMap<string, string>) =>
      state === states[0] ? trees.get(state)! : compareLines(trees.get(states[0])!, trees.get(state)!);
    const text = name === "chromium" ? told(chromium) : compareLines(told(chromium), told(trees));
    const file = [state.replaceAll(" ", "-"), ...(name === "chromium" ? [] : [name])].join(".");
    await expect(text).toMatchFileSnapshot(`golden/accessibility/${file}.txt`);
  });
});

/** The trees of an engine in one state after the other. */
async function treesIn(name: EngineName): Promise<ReadonlyMap<string, string>> {
  const engine = await ways[name].start(desktop.environment);
  const tab = await engine.open(`${server.url}${slug}/`);
  const trees = new Map<string, string>();
  for (const state of states) {
    await acts[state](tab);
    trees.set(state, await settledTree(tab));
  }
  await tab.close();
  await engine.close();
  return trees;
}

/** A tree comes some time after what it tells of. */
async function settledTree(tab: Tab): Promise<string> {
  let before = "";
  for (;;) {
    await pause(500);
    const now = writeTree(await tab.accessibilityTree());
    if (now === before) return now;
    before = now;
  }
}
