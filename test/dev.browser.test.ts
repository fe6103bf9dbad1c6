import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./engines/chromium.ts";
import { type DevServer, startDevServer } from "./dev-project.ts";

const story = "content/facebook-reports.md";
const figures = "data/facebook-reports.csv";
const glossary = "content/glossary.yaml";
const settings = "content/site.yaml";
/** It is a second where the machine has nothing else to do, as it seldom has while tests run. */
const mostMilliseconds = 2500;

let server: DevServer;
let browser: Browser;
let page: Page;
let originals: [string, string][];

beforeAll(async () => {
  [server, browser] = await Promise.all([startDevServer(), launchChromium()]);
  originals = [story, figures, glossary, settings].map((path) => [path, read(path)]);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}facebook-reports/`, { timeout: 60_000 });
  // The first load of a page has Vite prepare its script.
  await page.waitForSelector("canvas", { timeout: 60_000 });
});

/** What a test leaves behind must not be the next one's trouble. */
afterEach(async () => {
  for (const path of ["data/reports.csv", "content/another.md"])
    rmSync(join(server.folder, path), { force: true });
  for (const [path, text] of originals) write(path, text);
  await panel().waitFor({ state: "detached" });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const read = (path: string) => readFileSync(join(server.folder, path), "utf8");
const write = (path: string, content: string | Buffer) => writeFileSync(join(server.folder, path), content);

/** Changes a file by replacing some words in it. */
function replace(path: string, from: string, to: string): void {
  const text = read(path);
  expect(text).toContain(from);
  write(path, text.replace(from, to));
}

/** Milliseconds from now until the words are on the page. */
async function timeUntil(words: string): Promise<number> {
  const start = performance.now();
  await page.locator(`:text("${words}")`).first().waitFor({ state: "attached" });
  return performance.now() - start;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
const panel = () => page.locator("story-problems section");

async function expectMended(): Promise<void> {
  await panel().waitFor({ state: "detached" });
}

describe("a change while writing", () => {
  it.each([
    [
      "a story",
      story,
      "## What is not known",
      (k: number) => `## What nobody knows, ${"again ".repeat(k)}really`,
    ],
    ["a figure", figures, "Community resolution", (k: number) => `Resolution ${"again ".repeat(k)}really`],
    [
      "the glossary",
      glossary,
      "It is recorded, but",
      (k: number) => `It is written down ${"again ".repeat(k)}really, but`,
    ],
    ["the site's settings", settings, "Leave this page", (k: number) => `Leave ${"again ".repeat(k)}really`],
  ])("of %s is on the page at once, with the reader's place kept", async (_what, path, from, toOf) => {
    const before = read(path);
    await page.evaluate(() => scrollTo({ top: 2600, behavior: "instant" }));
    const times: number[] = [];
    for (let k = 0; k < 5; k++) {
      write(path, before.replace(from, toOf(k)));
      times.push(await timeUntil(toOf(k).replace("## ", "").replace(", but", "")));
    }
    console.info(`${path}: median ${Math.round(median(times))} ms of ${times.map(Math.round).join(", ")}`);
    await page.waitForFunction(() => Math.abs(scrollY - 2600) < 2);
    write(path, before);
    await page.locator(`:text("really")`).first().waitFor({ state: "detached" });
    expect(median(times)).toBeLessThan(mostMilliseconds);
  });
});

describe("a problem", () => {
  it("stands over the page, as it was before, with the lines around it, and in the terminal; and goes when mended", async () => {
    replace(story, ":n[charged]{as=Words}", ":n[chraged]{as=Words}");
    // A file that is just being written may be read empty first.
    await panel().filter({ hasText: 'There is no figure "chraged"' }).waitFor();
    const text = await panel().innerText();
    expect(text).toContain('did you mean "charged"?');
    expect(text).toMatch(/content\/facebook-reports\.md:\d+:1\n/);
    expect(text).toMatch(/> \d+ \| :n\[chraged\]\{as=Words\} people were .*\n +\| \^{21}/);
    expect(server.printed()).toContain('There is no figure "chraged"');
    expect(server.printed()).toMatch(/> \d+ \| :n\[chraged\]/);
    expect(await page.locator("h1").innerText()).toBe("What became of 1,841 reports");

    await page.reload();
    await panel().waitFor();
    expect(await page.locator("h1").innerText()).toBe("What became of 1,841 reports");

    replace(story, ":n[chraged]", ":n[charged]");
    await expectMended();
    expect(server.printed().trimEnd()).toMatch(/No problems found[^]{0,400}$/);
  });

  it("that is a warning lets the change through", async () => {
    replace(story, "## What is not known", "## What is not known about 1987");
    await timeUntil("What is not known about 1987");
    expect(await panel().innerText()).toContain("1 warning");
    replace(story, " about 1987", "");
    await expectMended();
  });
});

/** Each is saved in place of a file, and the file is put back after it. */
const accidents: [string, () => void][] = [
  ["half-typed YAML", () => replace(story, "source:\n", "source: {\n")],
  ["front matter that is not closed", () => replace(story, "\n---\n", "\n")],
  ["a scene that is not closed", () => replace(story, "\n:::\n", "\n")],
  ["an emptied story", () => write(story, "")],
  ["a story of bytes that are no text", () => write(story, Buffer.from([0, 255, 254, 0, 13]))],
  ["NUL bytes in a story", () => replace(story, "Touch a number", "Touch\0a\0number")],
  ["an emptied figures file", () => write(figures, "")],
  ["figures with a quotation mark too many", () => replace(figures, ",Warned,", ',"Warned,')],
  ["parts that don't add up", () => replace(figures, ",1841,", ",1000,")],
  ["NUL bytes in the figures", () => write(figures, "\0\0\0")],
  [
    "a renamed figures file",
    () => renameSync(join(server.folder, figures), join(server.folder, "data/reports.csv")),
  ],
  ["a deleted figures file", () => rmSync(join(server.folder, figures))],
  ["a deleted glossary", () => rmSync(join(server.folder, glossary))],
  ["a glossary that is a list", () => write(glossary, "- charged\n- warned\n")],
  ["an emptied site file", () => write(settings, "")],
  ["a half-typed site file", () => replace(settings, "publisher:\n", "publisher: [\n")],
  ["a deleted site file", () => rmSync(join(server.folder, settings))],
];

describe("whatever is saved", () => {
  it.each(accidents)(
    "%s: the page stays, the problem shows, and all is well once it is mended",
    async (_what, happen) => {
      happen();
      await panel().waitFor();
      expect(await panel().locator("strong").first().innerText()).toBe("error");
      for (const address of ["", "facebook-reports/"]) {
        const response = await fetch(server.url + address, { headers: { accept: "text/html" } });
        expect([response.status, await response.text()]).toEqual([
          200,
          expect.stringContaining("What became of"),
        ]);
      }
      for (const [path, text] of originals) write(path, text);
      rmSync(join(server.folder, "data/reports.csv"), { force: true });
      await expectMended();
      expect(await page.locator("h1").innerText()).toBe("What became of 1,841 reports");
      expect(server.isRunning()).toBe(true);
    },
  );
});

describe("a new story", () => {
  const text = () => read(story).replace("title: What became", "title: Once more what became");

  it("is there once it is saved, drafts too, and is gone once it is deleted", async () => {
    const other = await browser.newPage();
    await other.goto(`${server.url}another/`);
    expect(await other.locator("h1").innerText()).toBe("Page not found");
    write("content/another.md", text().replace("byline:", "draft: true\nbyline:"));
    await other.locator("h1:has-text('Once more')").waitFor();
    rmSync(join(server.folder, "content/another.md"));
    await other.locator("h1:has-text('Page not found')").waitFor();
    await other.close();
  });

  it("that never was without errors has a page that says so, until it is mended", async () => {
    write("content/another.md", text().replace("## What is not known", "## :n[what]"));
    const other = await browser.newPage();
    await other.goto(`${server.url}another/`);
    expect(await other.locator("h1").innerText()).toBe("This page can't be shown yet");
    expect(await other.locator("story-problems section").innerText()).toContain('There is no figure "what"');
    write("content/another.md", text());
    await other.locator("h1:has-text('Once more')").waitFor();
    rmSync(join(server.folder, "content/another.md"));
    await other.close();
  });
});
