import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, serveFolder } from "../src/cli/server.ts";
import { builtDocument, scriptsOf, slug } from "./built-page.ts";
import { serveChanged } from "./changed-site.ts";
import { click, pause, pointOf, until, untilThere } from "./engines/acts.ts";
import type { Scope, Tab, TabOptions } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import { countColors, crop, pixelDifference } from "./pixels.ts";
import { boxOf, countOf, sceneIds, settle, shownScenes, stagePicture } from "./reading.ts";

const engine = useEngine();
let site: RunningServer;
/** The files of the site that were asked for. */
const asked: string[] = [];
/** Somebody else's page, on another origin, with a policy of its own. */
let host: RunningServer;
let folder: string;

beforeAll(async () => {
  site = await serveChanged((path) => {
    asked.push(path);
    return Promise.resolve(undefined);
  });
  folder = await mkdtemp(join(tmpdir(), "host-"));
  // The script is the one that the documentation gives.
  const docs = await readFile("docs/embedding.md", "utf8");
  await writeFile(join(folder, "host.js"), /```js\n([^`]*)```/.exec(docs)![1]);
  const page = (framed: string, script: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Another paper</title><link rel="icon" href="data:,"><h1>Another paper</h1>` +
    `<iframe src="${site.url}${framed}" title="A story" width="100%" height="960"></iframe>${script}<p>The end.`;
  await writeFile(join(folder, "index.html"), page(`${slug}/embed/`, `<script src="host.js"></script>`));
  await writeFile(join(folder, "plain.html"), page(`${slug}/embed/`, ""));
  await writeFile(join(folder, "story.html"), page(`${slug}/`, ""));
  await writeFile(
    join(folder, "sandbox.html"),
    page(`${slug}/embed/`, "").replace("<iframe ", '<iframe sandbox="allow-scripts" '),
  );
  await writeFile(join(folder, "card.html"), `<!doctype html><img src="${site.url}${slug}/card.png">`);
  const policy =
    `default-src 'none'; script-src 'self'; img-src data: ${new URL(site.url).origin}; ` +
    `frame-src ${new URL(site.url).origin}; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'`;
  const headers = [
    ["Content-Security-Policy", policy],
    ["Cross-Origin-Embedder-Policy", "require-corp"],
  ] as const;
  host = await serveFolder(folder, { headers: [{ pattern: "/*", headers }] });
});
afterAll(async () => {
  await site.close();
  await host.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  asked.length = 0;
});

const next = ".turn span + a";

async function openHost(path: string, options: TabOptions = {}): Promise<{ tab: Tab; frame: Scope }> {
  const tab = await engine.open(host.url + path, options);
  const frame = tab.frame("iframe");
  await untilThere(frame, options.javaScript === false ? "footer" : ".sequence.live");
  return { tab, frame };
}

/** Touches what is in the frame, as one who has scrolled to it. */
async function clickInside(tab: Tab, selector: string): Promise<void> {
  const point = await pointOf(tab.frame("iframe"), selector);
  const inWindow = await tab.evaluate(({ x, y }) => {
    const frame = document.querySelector("iframe")!;
    scrollBy({ top: frame.getBoundingClientRect().top + y - innerHeight / 2, behavior: "instant" });
    const { left, top } = frame.getBoundingClientRect();
    return { x: left + frame.clientLeft + x, y: top + frame.clientTop + y };
  }, point);
  // Until it is painted there, a touch is one of what was there before.
  await pause(200);
  await tab.clickAt(inWindow);
}

/** Waits until one scene is to be seen: what is done in another site's frame takes a while. */
async function untilShown(scope: Scope, id: string): Promise<void> {
  await expect.poll(() => shownScenes(scope), { timeout: 5000 }).toEqual([id]);
}

/** The picture of the stage once it stands still. */
async function picture(scope: Scope): Promise<Buffer> {
  await settle(scope);
  return stagePicture(scope);
}

/** What is to be seen of a place in the frame, as one who has scrolled to it. */
async function pictureInside(tab: Tab, selector: string): Promise<Buffer> {
  const { x, y, width, height } = await boxOf(tab.frame("iframe"), selector);
  const { left, top } = await tab.evaluate((y) => {
    const frame = document.querySelector("iframe")!;
    scrollBy({ top: frame.getBoundingClientRect().top + y - 20, behavior: "instant" });
    const { left, top } = frame.getBoundingClientRect();
    return { left: left + frame.clientLeft, top: top + frame.clientTop };
  }, y);
  await pause(300);
  return crop(await tab.screenshot(), { x: left + x, y: top + y, width, height });
}

const heightOf = (tab: Tab) => tab.evaluate(() => document.querySelector("iframe")!.clientHeight);

/** Waits until the frame has the height that it asks for, and gives it back. */
async function ownHeight(tab: Tab): Promise<number> {
  await until(
    tab,
    "the frame's own height",
    () => document.querySelector("iframe")!.clientHeight !== 960,
    null,
  );
  await pause(300);
  return heightOf(tab);
}

describe.each(
  engine.windowsOf([
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]),
)("the embed on another site's page of $width × $height", (size) => {
  it("keeps the picture of its step when it is scrolled, in a frame that is too low", async () => {
    const tab = await engine.open(`${site.url}${slug}/embed/`, { width: size.width, height: 700 });
    const before = await picture(tab);
    await tab.move({ x: size.width / 2, y: 350 });
    await tab.wheel(70);
    await pause(600);
    await tab.evaluate(() => scrollTo(0, 0));
    expect(pixelDifference(before, await picture(tab))).toBeLessThan(0.001);
  });

  it("takes the height that its tallest step needs, and keeps it from step to step", async () => {
    const { tab, frame } = await openHost("", size);
    const height = await ownHeight(tab);
    for (const id of (await sceneIds(frame)).slice(1)) {
      await clickInside(tab, next);
      await untilShown(frame, id);
      const inner = await frame.evaluate(() => [
        document.documentElement.scrollHeight,
        document.documentElement.scrollWidth - innerWidth,
      ]);
      expect(inner).toEqual([height, 0]);
      expect(await heightOf(tab)).toBe(height);
    }
    expect(await countOf(frame, next)).toBe(0);
    expect(await tab.evaluate(() => document.title)).toBe("Another paper");
    expect(await tab.faults()).toEqual([]);
  });

  it("moves step by step and by scroll", async () => {
    const { tab, frame } = await openHost("", size);
    const first = await picture(frame);
    await clickInside(tab, next);
    await untilShown(frame, "outcomes");
    expect(pixelDifference(first, await picture(frame))).toBeGreaterThan(0.02);

    await clickInside(tab, "[value=scroll]");
    await frame.evaluate(() => document.querySelector("#all")!.scrollIntoView());
    const begins = await picture(frame);
    await frame.evaluate(() =>
      document.querySelector("#outcomes .card")!.scrollIntoView({ block: "center" }),
    );
    expect(pixelDifference(await picture(frame), begins)).toBeGreaterThan(0.02);
    expect(await tab.faults()).toEqual([]);
  });

  it("can be read on a page without script, in a frame of the height that the line gives", async () => {
    const { tab, frame } = await openHost("plain.html", { ...size, javaScript: false });
    const stills = "[data-scene] svg[role=img]";
    expect(await countOf(frame, stills)).toBe(1);
    expect(countColors(await pictureInside(tab, stills))).toBeGreaterThan(5);
    await clickInside(tab, next);
    await untilShown(frame, "outcomes");
    // Chromium asks for the script in advance, and then refuses itself.
    expect((await tab.faults()).filter((fault) => !fault.endsWith(".js (csp)"))).toEqual([]);
  });
});

describe("the embed", () => {
  it("moves step by step by itself, too", async () => {
    const tab = await engine.open(`${site.url}${slug}/embed/`);
    await untilThere(tab, ".live");
    for (const id of (await sceneIds(tab)).slice(1)) {
      await click(tab, next);
      await untilShown(tab, id);
    }
  });

  it("asks for nothing but its own site's files, and leaves the height alone on a page that doesn't listen", async () => {
    const { tab, frame } = await openHost("plain.html");
    await pause(500);
    const requests = [tab, frame].map((scope) =>
      scope.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)),
    );
    const others = (await Promise.all(requests))
      .flat()
      .filter((address) => ![site.url, host.url, "data:"].some((own) => address.startsWith(own)));
    expect(others).toEqual([]);
    expect(await heightOf(tab)).toBe(960);
  });

  it("shows its still pictures, step by step, in a sandbox that takes its origin away", async () => {
    const tab = await engine.open(`${host.url}sandbox.html`);
    const frame = tab.frame("iframe");
    expect(await frame.evaluate(() => origin)).toBe("null");
    const still = "[data-scene] svg[role=img]";
    const first = await pictureInside(tab, still);
    await clickInside(tab, next);
    await untilShown(frame, "outcomes");
    expect((await pictureInside(tab, still)).equals(first)).toBe(false);
    expect(await countOf(frame, ".stage")).toBe(0);
    // Where a page has no origin, WebKit finds no file to be its own: what it shows stands in the page.
    expect(await frame.evaluate(() => document.fonts.check("1em Newsreader"))).toBe(engine.name !== "webkit");
    const isRefused = (fault: string) => engine.name === "webkit" && fault.includes("Refused to load");
    expect((await tab.faults()).filter((fault) => !isRefused(fault))).toEqual([]);
  });

  it("has its height set by no message but its own", async () => {
    const { tab } = await openHost("");
    const before = await ownHeight(tab);
    await tab.evaluate(() => postMessage({ type: "accounted:height", height: 123 }, "*"));
    await pause(300);
    expect(await heightOf(tab)).toBe(before);
  });

  it("opens its links outside the frame, since no other page of the site can be framed", async () => {
    const { frame } = await openHost("");
    const inside = await frame.evaluate(() =>
      [...document.querySelectorAll("a[href]")]
        .filter((link) => link.getAttribute("target") !== "_blank")
        .map((link) => link.getAttribute("href")!),
    );
    expect(inside.filter((href) => !href.startsWith("#"))).toEqual([]);

    asked.length = 0;
    const [, script] = scriptsOf(await builtDocument());
    await engine.open(`${host.url}story.html`);
    await expect.poll(() => asked).toContain(`/${slug}/`);
    await pause(1000);
    expect(asked).not.toContain(`/${script}`);
  });

  it("has a card to stand in for it, which pages of other origins may show", async () => {
    const tab = await engine.open(`${host.url}card.html`);
    expect(await tab.evaluate(() => document.querySelector("img")!.naturalWidth)).toBe(1200);
  });
});
