import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slug } from "./built-page.ts";
import { type Desktop, startDesktop } from "./assistive/desktop.ts";
import { type Key, type ScreenReader, startOrca } from "./assistive/orca.ts";
import { focus as focusOn, until } from "./engines/acts.ts";
import { startFirefox } from "./engines/firefox.ts";
import type { Engine, Tab } from "./engines/types.ts";
import { serveSite } from "./serve.ts";
import type { RunningServer } from "../src/cli/server.ts";

/**
 * What Orca says of the first story in Firefox, against golden words that have been listened to: one a line, as they
 * were handed to the synthesiser. After a change that is meant to be heard:
 * `npx vitest run --project heard test/screen-reader -u`, and read what has changed aloud.
 */
describe("Orca", () => {
  let server: RunningServer;
  let desktop: Desktop;
  let firefox: Engine;
  let tab: Tab;
  let orca: ScreenReader;

  beforeAll(async () => {
    server = await serveSite();
    desktop = await startDesktop();
    firefox = startFirefox(desktop.environment);
    tab = await firefox.open(`${server.url}${slug}/`);
    await until(tab, "the stage", () => document.querySelector(".live") !== null, null);
    orca = await startOrca(desktop);
    await orca.heard("Skip to the text link.");
  });
  afterAll(async () => {
    await orca.close();
    await tab.close();
    await firefox.close();
    await desktop.close();
    await server.close();
  });

  /** What is said after keys, each with the words that this ends with. */
  const press = async (...keys: readonly (readonly [Key, string])[]) => {
    let heard = "";
    for (const [key, last] of keys) heard += `${key}\n${write(await orca.press(key, last))}`;
    return heard;
  };
  const write = (words: readonly string[]) => words.map((line) => `  ${line}\n`).join("");
  /** Puts the focus where a test begins, and gives back what is then said. */
  const focus = async (selector: string, words: string) => {
    await focusOn(tab, selector);
    return write(await orca.heard(words));
  };

  it("reads a receipt as soon as Enter opens it, and the number again after Escape", async () => {
    await focus("#action a.n[data-of=warned]", "38 link.");
    const heard = await press(["Enter", "Steps: 3 panel."], ["Tab", "csv link."], ["Escape", "38 link."]);
    await expect(heard).toMatchFileSnapshot("golden/speech/receipt.txt");
  });

  it("says the name of a step that is chosen, then what its picture shows", async () => {
    await focus(".steps a[href='#outcomes']", "Six outcomes, and a gap link.");
    await expect(await press(["Enter", "all reports."])).toMatchFileSnapshot("golden/speech/step.txt");
  });

  it("hands the keys on to the stage, which says its groups, their receipts and its next step", async () => {
    const came = await focus("canvas", "Focus mode");
    const heard = await press(
      ["Down", "1 of 7"],
      ["Down", "2 of 7"],
      ["F", "followed"],
      ["Enter", "Browse mode"],
      ["Escape", "Focus mode"],
      ["Right", "lit up."],
      ["Tab", "Browse mode"],
    );
    await expect(came + heard).toMatchFileSnapshot("golden/speech/stage.txt");
  });

  // Last: Orca takes what comes after that for a part of its reading.
  it("reads the story from its top through the first two steps, in order", async () => {
    await focus(".skip", "Skip to the text link.");
    const heard = await orca.readUpTo("The colours group the outcomes by kind, and that grouping is ours.");
    await expect(write(heard)).toMatchFileSnapshot("golden/speech/story.txt");
  });
});
