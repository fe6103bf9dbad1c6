import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject } from "./dev-project.ts";

/*
 * Two stories that are sound and unlike the first: in megalitres and in lamps, four levels deep and with parts of 0,
 * with several stages, a dot that stands for a hundred, no method note, words in other scripts, asides and headings
 * of one name, one whose address is /index/, on a site below a path.
 */
const stories = join(import.meta.dirname, "odd-stories");
let project: string;

beforeAll(() => {
  project = copyProject();
  for (const part of ["content", "data"]) {
    rmSync(join(project, part), { recursive: true });
    cpSync(join(stories, part), join(project, part), { recursive: true });
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function run(command: string, ...args: string[]) {
  const env = {
    ...process.env,
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    NODE_ENV: undefined,
    VITEST: undefined,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd: project,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const pageOf = (slug: string) =>
  parseHTML(readFileSync(join(project, "dist", slug, "index.html"), "utf8")).document;

describe("two odd but sound stories", { timeout: 120_000 }, () => {
  it("pass the strictest check", () => {
    const { status, stdout } = run("check", "--format", "json", "--strict");
    expect([status, JSON.parse(stdout)]).toEqual([0, []]);
  });

  it("are built, each at its address, both on the front page; what the cards can't spell is told", () => {
    const { status, stderr } = run("build");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^content\/index\.md: its cards leave out "א"/);
    expect(stderr).not.toContain("water");
    const front = pageOf("");
    const links = [...front.querySelectorAll("main a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(expect.arrayContaining(["water/", "index/"]));
    expect(pageOf("index").querySelector("h1")!.textContent).toBe("Seven lamps");
  });

  it("may call their scenes what parts of the page are called", () => {
    const document = pageOf("water");
    const scenes = [...document.querySelectorAll("[data-scene]")].map(({ id }) => id);
    expect(scenes).toEqual(expect.arrayContaining(["method", "corrections", "main"]));
    for (const link of document.querySelectorAll("a[href^='#']")) {
      expect(document.querySelectorAll(`[id="${link.getAttribute("href")!.slice(1)}"]`).length).toBe(1);
    }
    const corrections = document.querySelector("footer a[href^='#']")!.getAttribute("href")!.slice(1);
    expect(document.getElementById(corrections)!.textContent).toBe("Corrections");
  });

  it("draw as many dots in every picture as the whole has", () => {
    for (const [slug, dots] of [
      ["water", 1824],
      ["index", 7],
    ] as const) {
      for (const picture of pageOf(slug).querySelectorAll("[data-scene] svg[role=img]")) {
        const drawn = [...picture.querySelectorAll("[data-figure]")].map(
          (part) => part.getAttribute("d")?.match(/m/gi)?.length ?? part.children.length,
        );
        expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(dots);
      }
    }
  });
});
