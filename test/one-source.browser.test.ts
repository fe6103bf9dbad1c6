import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slug } from "./built-page.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const left = new Set([".astro", ".cache", ".git", "dist", "node_modules"]);
const figures = "data/facebook-reports.csv";
const text = `content/${slug}.md`;

let copy: string;

/** A copy of the project in which nothing is built yet, and that shares its packages. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "accounted-"));
  await cp(project, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  await symlink(join(project, "node_modules"), join(copy, "node_modules"), "junction");
});

afterAll(() => rm(copy, { recursive: true, force: true }));

interface Ended {
  readonly status: number;
  readonly output: string;
}

/** What Vitest tells its tests through the environment; Astro would take it for its own mode. */
const ofVitest = new Set(["BASE_URL", "DEV", "MODE", "NODE_ENV", "PROD", "SSR", "TEST", "VITEST"]);

/** Builds as from a terminal. */
function build(): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofVitest.has(name)));
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/run.mjs", "build"], { cwd: copy, env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

/** Changes the one place of a file of the copy that reads `from`. */
async function change(path: string, from: string, to: string): Promise<void> {
  const [before, after, ...more] = (await readFile(join(copy, path), "utf8")).split(from);
  if (after === undefined || more.length > 0) throw new Error(`${path} should say "${from}" once`);
  await writeFile(join(copy, path), before + to + after);
}

/** A number as it is read: not a stretch of a longer one. */
function standsIn(words: string, number: string): boolean {
  return new RegExp(`(?<![\\d,.])${number.replace(".", "\\.")}(?![\\d,]|\\.\\d)`).test(words);
}

/** What the cells of a table's body begin with, row by row. */
function rowsOf(table: Element): string[][] {
  return [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td")].map((cell) => plain(cell.firstChild?.textContent ?? "")),
  );
}

/** With spaces that lines may break at, and none around. */
function plain(words: string): string {
  return words.replaceAll("\u00a0", " ").trim();
}

/** Paths and contents of all files below a folder, as one hash each. */
async function hashFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = paths.sort().map(async (path) => {
    const hash = createHash("sha256").update(await readFile(path));
    return [path, hash.digest("hex")] as const;
  });
  return new Map(await Promise.all(hashes));
}

describe("a site built after one number of the figures file has changed", () => {
  let main: Element;

  // Ten more people charged: ten more of them adults, and ten fewer left undescribed.
  beforeAll(async () => {
    await change(figures, "charged,reports,Charged,290,", "charged,reports,Charged,300,");
    const { status, output } = await build();
    expect(output).toMatch(/^dist\/: /m);
    expect(status).toBe(0);
    const html = await readFile(join(copy, "dist", slug, "index.html"), "utf8");
    main = parseHTML(html).document.querySelector("main")!;
  });

  const pictures = () => [...main.querySelectorAll("[data-scene] svg[role=img]")];

  it("says it in the prose, in digits, in words and as shares, with all that follows from it", () => {
    const said = [...main.querySelectorAll("a.n")].map(
      (bound) => `${bound.getAttribute("href")}: ${bound.textContent}`,
    );
    for (const number of [
      "#r-charged: Three hundred",
      "#r-charged: 300",
      "#r-charged--reports: 16.3%",
      "#r-charged_adults: 176",
      "#r-charged_youths--charged: 41.3%",
      "#r-charged-plus-warned-plus-cautioned-plus-community-plus-evidential-plus-no_outcome: 1,488",
      "#r-undescribed: 353",
    ]) {
      expect(said).toContain(number);
    }
  });

  it("draws it in both still pictures of every scene, dot for dot", () => {
    expect(pictures()).toHaveLength(16);
    let parted = 0;
    for (const picture of pictures()) {
      const dots = new Map(
        [...picture.querySelectorAll("[data-figure]")].map((part) => [
          part.getAttribute("data-figure"),
          part.getAttribute("d")!.match(/m/gi)!.length,
        ]),
      );
      expect([...dots.values()].reduce((sum, count) => sum + count, 0)).toBe(1841);
      if (!dots.has("undescribed")) continue;
      parted++;
      expect(dots.get("undescribed")).toBe(353);
      if (dots.has("charged")) expect(dots.get("charged")).toBe(300);
      else expect([dots.get("charged_youths"), dots.get("charged_adults")]).toEqual([124, 176]);
    }
    expect(parted).toBe(14);
  });

  it("describes it in the alternative text of the pictures", () => {
    const parted = pictures()
      .map((picture) => picture.getAttribute("aria-label")!)
      .filter((description) => description.includes("Charged"));
    expect(parted.length).toBeGreaterThanOrEqual(12);
    for (const description of parted) {
      expect(description).toContain("Charged 300");
      expect(description).toContain("Described by no published outcome 353");
    }
  });

  it("hands it to the moving stage", async () => {
    const data = JSON.parse(await readFile(join(copy, "dist", slug, "page.json"), "utf8")) as {
      stages: { figure: { children: { id: string; count: number }[] } }[];
    };
    const counts = data.stages[0].figure.children.map(({ id, count }) => [id, count]);
    expect(counts).toContainEqual(["charged", 300]);
    expect(counts).toContainEqual(["undescribed", 353]);
  });

  it("shows it in the charts: bars, words beside them and alternative text", () => {
    const [outcomes, ages] = [...main.querySelectorAll(".chart [role=img]")];
    const description = plain(outcomes.getAttribute("aria-label")!);
    expect(description).toContain("Charged 300, 16.3%");
    expect(description).toContain("Described by no published outcome (by subtraction) 353, 19.2%");
    expect(outcomes.textContent).toContain("300 · 16.3%");
    for (const plot of outcomes.querySelectorAll("svg")) {
      const lengths = Array.from(plot.querySelectorAll("rect"), (bar) => {
        const outline = bar.hasAttribute("stroke") ? 2 : 0;
        return Number(bar.getAttribute("width")) + outline;
      });
      // Bars end at whole pixels.
      expect(lengths[0] / lengths.at(-1)!).toBeCloseTo(300 / 353, 2);
    }
    expect(ages.getAttribute("aria-label")).toMatch(/Young people 124, 41\.3%; Adults .* 176, 58\.7%/);
    expect(ages.textContent).toContain("176 · 58.7%");
  });

  it("has it in every table: beside the pictures, under the charts and in the bounds", () => {
    const beside = rowsOf(main.querySelector("#outcomes table")!);
    expect(beside).toContainEqual(["Charged", "300 people", "16.3%"]);
    expect(beside).toContainEqual([
      "Described by no published outcome (by subtraction)",
      "353 incidents",
      "19.2%",
    ]);
    const under = rowsOf(main.querySelector(".chart:not(.bounds) table")!);
    expect(under).toContainEqual(["Charged", "300 people", "16.3%"]);
    const bounds = rowsOf(main.querySelector(".bounds table")!);
    expect(bounds).toContainEqual(["Charged", "16.3%", "20.2%", "33.1%", "16.3%–35.5%"]);
  });

  it("has it in the receipts of the method note, with how it is derived", () => {
    const receipt = (id: string) => main.querySelector(`#method #r-${id}`)!.textContent.replace(/\s+/g, " ");
    expect(receipt("charged")).toContain(
      "300 people Charged. Row 3 of data/facebook-reports.csv, 16.3% of 1,841.",
    );
    expect(receipt("charged_adults")).toContain("176 people Charged: Adults. Derived: 300 − 124");
    expect(receipt("undescribed")).toContain(
      "353 incidents Described by no published outcome. Derived: 1,841 − 1,488",
    );
    expect(receipt("charged--reports")).toContain("300 people of 1,841 incidents");
  });

  it("says the old numbers nowhere, nor those that followed from them", () => {
    const described = [...main.querySelectorAll("[aria-label]")].map((element) =>
      element.getAttribute("aria-label"),
    );
    const words = [main.textContent, ...described].join("\n");
    expect(standsIn(words, "300") && standsIn(words, "353")).toBe(true);
    expect(words).not.toMatch(/two hundred and ninety/i);
    for (const old of ["290", "166", "363", "1,478", "15.8%", "42.8%", "19.7%", "19.6%", "32.4%"]) {
      expect(standsIn(words, old), old).toBe(false);
    }
  });
});

describe("a build after a change that makes a claim false", () => {
  it("ends with status 1 at the claim's own place, and leaves dist/ as it was and nothing behind", async () => {
    const words = "more than two in five";
    const lines = (await readFile(join(copy, text), "utf8")).split("\n");
    const line = lines.findIndex((each) => each.includes(`:claim[${words}]`)) + 1;
    const column = lines[line - 1].indexOf(`:claim[${words}]`) + 1;
    const before = await hashFiles(join(copy, "dist"));
    const beside = (await readdir(copy)).sort();
    expect(before.size).toBeGreaterThan(4);

    // Exactly two in five of the 300 charged.
    await change(
      figures,
      "charged_youths,charged,Young people,124,",
      "charged_youths,charged,Young people,120,",
    );
    const { status, output } = await build();

    expect(status).toBe(1);
    expect(output).toContain(`${text}\n`);
    expect(output).toMatch(new RegExp(`^ +${line}:${column}-${line}:\\d+ +error .*story/false-claim$`, "m"));
    expect(output).toMatch(/charged_youths \/ charged\D*0\.4\D/);
    expect(await hashFiles(join(copy, "dist"))).toEqual(before);
    expect((await readdir(copy)).sort()).toEqual(beside);
    expect((await readdir(join(copy, ".cache"))).filter((name) => name.startsWith("build-"))).toEqual([]);
  });
});
