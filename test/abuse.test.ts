import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { formatTerminal } from "../src/diagnostics/terminal.ts";
import { ruleIds } from "../src/diagnostics/rules.ts";
import { readFiles } from "../src/load/files.ts";
import { loadSite } from "../src/load/site.ts";

/* What is far too much, or makes no sense at all, is refused within seconds and in so many words. */
const root = join(import.meta.dirname, "..");
const base = join(root, "test/fixtures/base");
const sound = await readFiles(base);
const story = "content/facebook-reports.md";
const data = "data/facebook-reports.csv";
const head = new TextDecoder().decode(sound.get(story)).split("\n").slice(0, 10).join("\n");

function problemsWith(file: string, text: string) {
  return loadSite(new Map(sound).set(file, new TextEncoder().encode(text))).diagnostics;
}

describe("npm run check, as a process", () => {
  const folder = mkdtempSync(join(tmpdir(), "abuse-"));
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    cpSync(base, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (...args: string[]) =>
    spawnSync(process.execPath, ["--max-old-space-size=512", join(root, "src/cli/check.ts"), ...args], {
      cwd: folder,
      encoding: "utf8",
      timeout: 20_000,
      maxBuffer: 1e8,
    });

  const rows = (count: number, row: (i: number) => string) =>
    `id,parent,label,count,unit\nreports,,A,${count},x\n${Array.from({ length: count }, (_, i) => row(i)).join("")}`;

  it.each([
    ["a CSV of 50 MB", data, () => rows(1, () => `${"x".repeat(5e7)}\n`), "The file has 51 MB"],
    ["100,000 rows", data, () => rows(1e5, (i) => `b${i},reports,B,1,x\n`), "more than 10,000 rows"],
    [
      "10,000 levels",
      data,
      () => rows(9999, (i) => `a${i},${i === 0 ? "reports" : `a${i - 1}`},B,1,x\n`),
      "levels deep",
    ],
    ["Markdown of 5 MB", story, () => head + "\n\nSome words.".repeat(400_000), "kB, and can have 100"],
    ["100 kB of brackets", story, () => head + "[".repeat(90_000), "nested too deeply"],
  ])("refuses %s", { timeout: 30_000 }, (_, file, text, message) => {
    writeFileSync(join(folder, file), text());
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain(message);
  });

  it(
    "is content with what is sound, warns with status 0, and with 1 where warnings count",
    { timeout: 30_000 },
    () => {
      expect(check()).toMatchObject({ status: 0, stdout: "No problems found\n" });
      writeFileSync(join(folder, story), `${head}\n\nMost of them.\n`);
      expect(check("--format", "json")).toMatchObject({ status: 0 });
      expect(check("--strict")).toMatchObject({ status: 1 });
    },
  );

  it("says in one line what it can't do by its own fault, without a stack trace", { timeout: 30_000 }, () => {
    rmSync(join(folder, "data"), { recursive: true });
    writeFileSync(join(folder, "data"), "a file, not a folder");
    const { status, stdout, stderr } = check();
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^npm run check stopped by an error of its own: .*\n$/);
  });
});

describe("Markdown that parsers are slow with", () => {
  const pieces = [
    "]",
    "[a](",
    "[a][b] ",
    "[^a] ",
    "|a|b|\n",
    "1. a\n",
    "# a\n\n",
    "a\n=\n",
    ":n[a]{b ",
    ":pct[charged] ",
    "<a ",
    "**a _b ",
    "1,842 ",
    "a\\",
    "~~a ",
    "www.a.b ",
  ];
  it.each(pieces)("is read or refused within seconds: %j", { timeout: 30_000 }, (piece) => {
    const started = performance.now();
    problemsWith(story, `${head}\n\n${piece.repeat(Math.floor(95_000 / piece.length))}`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("anything at all", () => {
  const options = { seed: 20261123, numRuns: 300 };
  /** Problems that can be printed: of a known rule, at a place of the file, with a way out. */
  const areSound = (file: string, text: string) => {
    const lines = text.split(/\r\n|\r|\n/);
    const diagnostics = problemsWith(file, text);
    formatTerminal(diagnostics, { color: false });
    for (const { span, rule, message, hint, ...rest } of diagnostics) {
      expect(ruleIds).toContain(rule);
      expect(message).not.toMatch(/undefined|\[object|NaN/);
      expect(hint).toBeTruthy();
      if (rest.file !== file) continue;
      for (const { line, column } of [span.start, span.end]) {
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual(lines[line - 1].length + 1);
      }
    }
  };
  const soup = (tokens: readonly string[]) =>
    fc
      .array(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...tokens) },
          { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
        ),
        { maxLength: 60 },
      )
      .map((list) => list.join(""));

  it("can stand in a figures file", { timeout: 60_000 }, () => {
    const cells = soup([
      "id",
      "parent",
      "label",
      "count",
      "unit",
      ",",
      ",",
      ",",
      "\n",
      "\r\n",
      '"',
      '""',
      "reports",
      "charged",
      "1841",
      "-1",
      " ",
      "é",
      "\ufeff",
      "😀",
      "not",
      "x".repeat(70),
    ]);
    fc.assert(
      fc.property(fc.boolean(), cells, (withHeader, text) =>
        areSound(data, (withHeader ? "id,parent,label,count,unit\n" : "") + text.replace(/^\ufeff/, "")),
      ),
      options,
    );
  });

  it("can stand in a story's text", { timeout: 60_000 }, () => {
    const markdown = soup([
      ":n",
      ":pct",
      ":claim",
      ":term",
      ":cite",
      ":ratio",
      "[",
      "]",
      "{",
      "}",
      "charged",
      "reports",
      "that=",
      '"',
      "charged < 300",
      "of=",
      "as=words",
      ":::scene{#a}",
      "\n:::\n",
      "\n\n",
      "\n",
      "::chart[a]{type=bars of=reports}",
      "# ",
      "- ",
      "> ",
      "|",
      "|-|-|\n",
      "1841",
      "1,841",
      "<b>",
      "&amp;",
      "\\",
      "*",
      "`",
      "[^1]",
      "[^1]: ",
      "](",
      "/map.png",
      "![",
      "😀",
      " ",
      "half",
      "twelve",
    ]);
    fc.assert(
      fc.property(markdown, (text) => areSound(story, `${head}\n${text}`)),
      options,
    );
  });

  it("can stand in front matter", { timeout: 60_000 }, () => {
    const yaml = soup([
      "title",
      "dek",
      "data",
      "source",
      "name",
      "caveat",
      "corrections",
      "dot",
      ": ",
      ":",
      "\n",
      "\n  ",
      "- ",
      "|",
      ">-",
      '"',
      "'",
      "[",
      "]",
      "{",
      "}",
      "#",
      "&a",
      "*a",
      "!!",
      "1",
      "true",
      "---",
      "\t",
      ":n[charged]",
      "😀",
      "é",
      "2016-02-06",
      "?",
      "%",
    ]);
    fc.assert(
      fc.property(yaml, fc.boolean(), (text, whole) =>
        areSound(story, whole ? `---\n${text}\n---\nText.` : head.replace("title:", `${text}\ntitle:`)),
      ),
      options,
    );
  });

  it("can stand in the site's settings", { timeout: 60_000 }, () => {
    const yaml = soup([
      "title",
      "url",
      "helpline",
      "exit",
      "publisher",
      ": ",
      ":",
      "\n",
      "\n  ",
      "- ",
      '"',
      "[",
      "{",
      "}",
      "https://a.b",
      "x",
      "*a",
      "&a",
      "😀",
    ]);
    fc.assert(
      fc.property(yaml, (text) => areSound("content/site.yaml", text)),
      options,
    );
  });
});
