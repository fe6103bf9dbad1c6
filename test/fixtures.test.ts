import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatJson } from "../src/diagnostics/json.ts";
import { type RuleId, ruleIds } from "../src/diagnostics/rules.ts";
import { formatTerminal } from "../src/diagnostics/terminal.ts";
import type { Severity } from "../src/diagnostics/types.ts";
import { readFiles } from "../src/load/files.ts";
import { loadSite } from "../src/load/site.ts";

/*
 * Each folder of `fixtures/<rule>/` is a site with something wrong: its files lie over those of `fixtures/base/`,
 * and `x.md.gone` takes `x.md` out. `expected.json` says what must be found, written from the story format and
 * not from what the checks say; `messages.txt` is what a reporter reads.
 */
const fixtures = join(import.meta.dirname, "fixtures");
const base = await readFiles(join(fixtures, "base"));

interface Expected {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly severity: Severity;
  readonly rule: RuleId;
}

interface Found extends Required<Expected> {
  readonly message: string;
  readonly hint: string | null;
}

async function loadCase(folder: string) {
  const files = new Map(base);
  for (const [path, content] of await readFiles(folder)) {
    if (path.endsWith(".gone")) files.delete(path.slice(0, -".gone".length));
    else files.set(path, content);
  }
  return loadSite(new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
}

const cases = globSync("*/*/expected.json", { cwd: fixtures })
  .sort()
  .map((path) => dirname(path).replaceAll("\\", "/"));
const expectedOf = async (name: string) =>
  JSON.parse(await readFile(join(fixtures, name, "expected.json"), "utf8")) as Expected[];

describe("a site with something wrong", () => {
  it.each(cases)("gives what its folder expects: %s", async (name) => {
    const { diagnostics } = await loadCase(join(fixtures, name));
    const found = JSON.parse(formatJson(diagnostics)) as Found[];
    const expected = await expectedOf(name);
    const comparable = found.map((problem, i) =>
      Object.fromEntries(
        Object.keys(expected[i] ?? problem).map((key) => [key, problem[key as keyof Found]]),
      ),
    );
    expect(comparable).toEqual(expected);
    expect(found.filter(({ hint }) => hint === null || hint === "")).toEqual([]);
    if (found.length === 0) return;
    const messages = `${formatTerminal(diagnostics, { color: false })}\n`;
    await expect(messages).toMatchFileSnapshot(join(fixtures, name, "messages.txt"));
  });
});

describe("the rules", () => {
  it.each(ruleIds)("have several cases each: %s", (rule) => {
    const folder = `${rule.replace("/", "-")}/`;
    expect(cases.filter((name) => name.startsWith(folder)).length).toBeGreaterThanOrEqual(2);
    expect(existsSync(join(fixtures, folder))).toBe(true);
  });
});
