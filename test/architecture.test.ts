import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { storyOutputs } from "../src/publish/outputs.ts";
import { isTaken } from "../src/story/page-ids.ts";
import { findCycle, importsOf, parseSource } from "./architecture/imports.ts";
import { findNeedless, judgeImport, layers } from "./architecture/layers.ts";
import { findOutside, isPure, pureFolders } from "./architecture/outside.ts";

const sources = globSync("src/**/*.{ts,astro}")
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !path.endsWith(".test.ts"))
  .map((path) => parseSource(path, readFileSync(path, "utf8")));
const imports = sources.flatMap(importsOf);

describe("the source", () => {
  it("is found", () => {
    expect(new Set(imports.map(({ from }) => from.split("/")[1]))).toContain("pages");
    expect(imports.length).toBeGreaterThan(100);
  });

  it("imports one way", () => {
    expect(imports.map(judgeImport).filter((fault) => fault !== null)).toEqual([]);
  });

  it("has no cycle of imports", () => {
    expect(findCycle(imports)).toBeNull();
  });

  it.each(pureFolders)("knows no outside in %s", (folder) => {
    const pure = sources.filter(({ fileName }) => isPure(fileName, folder));
    expect(pure.length).toBeGreaterThan(0);
    expect(pure.flatMap(findOutside)).toEqual([]);
  });
});

describe("the table of imports", () => {
  it("names only rooms that stand in it, none above its own", () => {
    const order = Object.keys(layers);
    const isIn = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
    const upward = order.flatMap((room, place) =>
      layers[room]
        .map((name) => name.replace("type:", ""))
        .filter((name) => {
          const named = order.filter((other) => isIn(other, name) || isIn(name, other));
          return named.length === 0 || named.some((other) => order.indexOf(other) >= place);
        })
        .map((name) => `${room}: ${name}`),
    );
    expect(upward).toEqual([]);
  });

  it("allows nothing that no import needs", () => {
    expect(findNeedless(imports)).toEqual([]);
    expect(findNeedless(imports.filter(({ to }) => !to.startsWith("src/stage/page/")))).toEqual([
      "browser may import stage/page",
    ]);
  });

  const judge = (path: string, text: string) => importsOf(parseSource(path, text)).map(judgeImport);

  it.each([
    ['import { a } from "../story/a.ts";', "src/outcomes/x.ts"],
    ['import type { A } from "../load/a.ts";', "src/outcomes/x.ts"],
    ['import { a } from "../story/a.ts";', "src/stage/types.ts"],
    ['import { a } from "../motion/a.ts";', "src/stage/groups/x.ts"],
    ['export * from "../../browser/a.ts";', "src/stage/page/x.ts"],
    ['const a = await import("../story/a.ts");', "src/browser/x.ts"],
    ['import { a } from "../stage/draw/svg.ts";', "src/browser/x.ts"],
    ['let a: import("../load/a.ts").A;', "src/stage/layout.ts"],
    ['---\nimport { a } from "../cli/a.ts";\n---\n<p>…</p>', "src/components/X.astro"],
    ['import { a } from "../stage/a.ts";', "src/elsewhere/x.ts"],
  ])("refuses %s in %s", (text, path) => {
    expect(judge(path, text)).toEqual([expect.stringContaining(path)]);
  });

  it.each([
    ['import type { A } from "../story/a.ts";', "src/stage/types.ts"],
    ['import { a } from "./a.ts";', "src/stage/draw/x.ts"],
    ['import { a } from "../words/a.ts";', "src/stage/draw/x.ts"],
    ['import { a } from "d3-ease";', "src/stage/transition.ts"],
    ['import { a } from "../stage/page/view.ts";', "src/browser/x.ts"],
  ])("allows %s in %s", (text, path) => {
    expect(judge(path, text)).toEqual([null]);
  });

  it("gives the line, in components too", () => {
    const text = '---\nconst a = 1;\n---\n<p>…</p>\n<script>\nimport "../cli/a.ts";\n</script>';
    expect(judge("src/components/X.astro", text)).toEqual([
      expect.stringMatching(/^src\/components\/X.astro:6 imports src\/cli\/a.ts; components may import /),
    ]);
  });
});

describe("findCycle", () => {
  const files = (...texts: [string, string][]) =>
    texts.flatMap(([path, text]) => importsOf(parseSource(path, text)));

  it("gives the way round", () => {
    const imports = files(
      ["src/stage/a.ts", 'import { b } from "./b.ts";'],
      ["src/stage/b.ts", 'import { c } from "./c.ts";'],
      ["src/stage/c.ts", 'export { b } from "./b.ts";'],
    );
    expect(findCycle(imports)).toEqual(["src/stage/b.ts", "src/stage/c.ts", "src/stage/b.ts"]);
  });

  it("lets types go round", () => {
    const imports = files(
      ["src/stage/a.ts", 'import { b } from "./b.ts";'],
      ["src/stage/b.ts", 'import type { A } from "./a.ts";'],
    );
    expect(findCycle(imports)).toBeNull();
  });
});

describe("findOutside", () => {
  const find = (text: string) => findOutside(parseSource("src/stage/x.ts", text));

  it.each([
    ["const a = document.title;", "uses document"],
    ["window.scrollTo(0, 0);", "uses window"],
    ["const a = { b: process.env };", "uses process"],
    ["const a = { process };", "uses process"],
    ['await fetch("a");', "uses fetch"],
    ['console.log("a");', "uses console"],
    ["const a = Math.random();", "uses Math.random"],
    ["const a = [1].sort(Math.random);", "uses Math.random"],
    ["const a = Date.now();", "asks the clock (Date.now)"],
    ["const a = new Date();", "asks the clock (Date)"],
    ["const a = new Date;", "asks the clock (Date)"],
    ['import { join } from "node:path";', "imports node:path"],
    ['import type { Stats } from "node:fs";', "imports node:fs"],
    ["const a = new Intl.NumberFormat();", "Intl.NumberFormat without a locale"],
    ["const a = Intl.Collator(undefined, {});", "Intl.Collator without a locale"],
    ["const a = (1).toLocaleString();", "toLocaleString without a locale"],
    ['const a = "a".localeCompare("b");', "localeCompare without a locale"],
    ["let count = 0;", "keeps state at module level"],
    ["export var count = 0;", "keeps state at module level"],
  ])("finds %s", (text, fault) => {
    expect(find(text)).toEqual([expect.stringMatching(/^src\/stage\/x\.ts:1 /)]);
    expect(find(text)[0]).toContain(fault);
  });

  it.each([
    ["function draw(document: Document) { return document.createElement('p'); }"],
    ["const a = { document: 1 };"],
    ["const a = b.window;"],
    ["interface A { readonly process: string; fetch(): void }"],
    ['const a = new Date("2016-02-06");'],
    ['const a = new Intl.NumberFormat("en-GB");'],
    ["const a = new Intl.NumberFormat(locale, {});"],
    ['const a = "a".localeCompare("b", "en");'],
    ["function a() { let b = 0; return b; }"],
    ["for (let i = 0; i < 3; i++) a(i);"],
  ])("lets %s be", (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe("the list of what is published", () => {
  it("has every folder below a story, so that no scene takes its address", () => {
    const folders = Object.values(storyOutputs).flatMap(({ path }) => /^([^/]+)\/$/.exec(path)?.[1] ?? []);
    expect(folders.filter((folder) => !isTaken(folder))).toEqual([]);
  });
});
