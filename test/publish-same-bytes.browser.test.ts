import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../src/cli/server.ts";
import { builtSheets, slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { crawl } from "./crawl.ts";
import { openPage } from "./page.ts";
import { dist } from "./serve.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = "/news/2026/";
/** As from a terminal: without what Vitest sets for its own. */
const terminal = { PATH: process.env["PATH"], HOME: process.env["HOME"], ASTRO_TELEMETRY_DISABLED: "1" };
/** What another job may leave in a publisher's environment; each is a name that Astro or Vite knows. */
const ofAnotherJob = {
  NODE_ENV: "development",
  MODE: "development",
  DEV: "true",
  PROD: "",
  SSR: "",
  BASE_URL: "/other/",
  SITE: "https://other.example/",
  ASSETS_PREFIX: "https://other.example/",
  ASTRO_SITE: "https://other.example/",
  VITE_USER_NODE_ENV: "development",
};
const builds = [
  { prefix: "same-bytes-a-", TZ: "Asia/Tokyo", LANG: "tr_TR.UTF-8" },
  { prefix: "another folder, b-", TZ: "America/St_Johns", LANG: "de_DE.UTF-8", ...ofAnotherJob },
].map(({ prefix, ...environment }) => ({ folder: mkdtempSync(join(tmpdir(), prefix)), environment }));

beforeAll(() => {
  for (const { folder, environment } of builds) build(folder, environment);
}, 240_000);
afterAll(() => builds.forEach(({ folder }) => rmSync(folder, { recursive: true })));

/** Builds a copy of the project, for a site under a path, as a machine would that never built it. */
function build(folder: string, environment: NodeJS.ProcessEnv): void {
  for (const name of [
    "src",
    "content",
    "data",
    "public",
    "astro.config.mjs",
    "package.json",
    "tsconfig.json",
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const site = join(folder, "content/site.yaml");
  const settings = readFileSync(site, "utf8").replace(/^url: .*/m, `url: https://news.example${path}`);
  // Other letters than the project's own site has, so that its fonts are cut anew.
  writeFileSync(site, settings.replace(/^title: .*/m, "title: Quartz & Zinc"));
  const story = readFileSync(join(folder, `content/${slug}.md`), "utf8");
  writeFileSync(join(folder, "content/unfinished.md"), story.replace("byline:", "draft: true\nbyline:"));
  writeFileSync(join(folder, ".env"), "DEV=true\nSITE=https://other.example/\n");
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "src/cli/build.ts")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...terminal, ...environment, LC_ALL: environment["LANG"] },
  });
  if (status !== 0) throw new Error(stderr);
}

function hashes(folder: string): Record<string, string> {
  const files = globSync("dist/**", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((file) => [
      file.slice(folder.length),
      createHash("sha256").update(readFileSync(file)).digest("hex"),
    ]),
  );
}

describe("two clean builds in two folders, time zones, locales and environments", () => {
  it("give the same bytes, whatever the file, and no draft", () => {
    const [first, second] = builds.map(({ folder }) => hashes(folder));
    expect(Object.keys(first).length).toBeGreaterThan(20);
    expect(second).toEqual(first);
    expect(Object.keys(first).filter((path) => path.includes("unfinished"))).toEqual([]);
  });
});

describe("a site with other content", () => {
  it("has fonts of its own, and the sheets that every site has: hosts are told their hashes once", async () => {
    const folder = join(builds[0].folder, "dist");
    const fontsIn = (folder: string) => globSync("_astro/*.woff2", { cwd: folder }).sort();
    expect(fontsIn(folder)).not.toEqual(fontsIn(dist));
    expect(await builtSheets(folder)).toEqual(await builtSheets());
  });
});

describe("a site whose address has a path", () => {
  it("holds together under it, the page for missing addresses too", async () => {
    const server = await serveFolder(join(builds[0].folder, "dist"), { base: path });
    expect((await crawl(server.url, ["", `${slug}/`, "404.html"])).faults).toEqual([]);
    const browser = await launchChromium();
    const missing = `${server.url}no/such/page/`;
    const { page, faults } = await openPage(browser, missing);
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
    await page.click("main a");
    expect(page.url()).toBe(server.url);
    await browser.close();
    await server.close();
  });
});
