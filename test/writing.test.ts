import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { starterFigures } from "../src/cli/starter.ts";
import { ruleIds, rules, type RuleId } from "../src/diagnostics/rules.ts";
import { loadSite } from "../src/load/site.ts";
import { containerNames, inlineNames, leafNames } from "../src/story/directives/names.ts";
import { examples, exampleFiles } from "./writing-examples.ts";

const root = join(import.meta.dirname, "..");
const guide = readFileSync(join(root, "docs/writing.md"), "utf8");

/** The guide with the rules as `rules.ts` has them, and the messages as the fixtures do. */
function renew(text: string): string {
  return text.replace(
    /^(### `(.+)`\n\n)(?:.*\n\n)?(<!-- (.+) -->\n```text\n)[^`]*(```\n)/gm,
    (_, heading: string, rule: RuleId, opening: string, fixture: string, closing: string) => {
      const messages = readFileSync(join(root, fixture, "messages.txt"), "utf8");
      const problems = messages.replace(/\n\n\d+ (?:errors?|warnings?).*\n$/, "\n");
      return `${heading}${rules[rule]}\n\n${opening}${problems}${closing}`;
    },
  );
}

describe("the reporters' guide", () => {
  it("has a section for each rule, in their order, and for nothing else", () => {
    const [, messages] = guide.split("## Every message, and its cure\n");
    expect([...messages.matchAll(/^### `(.+)`$/gm)].map(([, rule]) => rule)).toEqual(ruleIds);
    expect(messages.match(/^\*\*Cure\.\*\* \S/gm)).toHaveLength(ruleIds.length);
  });

  it("quotes the rules and the messages as they are", async () => {
    const command = "run: node_modules/.bin/vitest run test/writing.test.ts -u";
    await expect(renew(guide), `docs/writing.md is out of date; ${command}`).toMatchFileSnapshot(
      join(root, "docs/writing.md"),
    );
  });

  it("has an example of each directive", () => {
    const names = examples.flatMap(({ text }) =>
      [...text.matchAll(/:([a-z]+)[[{\n]/g)].map(([, name]) => name),
    );
    expect(new Set(names)).toEqual(new Set([...inlineNames, ...leafNames, ...containerNames]));
  });

  it.each(examples)(
    "gives an example that can be written, and its picture: $picture",
    ({ text, picture }) => {
      const bytes = Object.entries(exampleFiles(text)).map(
        ([path, content]) => [path, new TextEncoder().encode(content)] as const,
      );
      expect(loadSite(new Map(bytes)).diagnostics).toEqual([]);
      expect(existsSync(join(root, "docs", picture))).toBe(true);
    },
  );

  it("uses the figures that a new story has", () => {
    expect(guide).toContain(`\`\`\`csv\n${starterFigures}\`\`\``);
  });

  it("leads to headings and files that are there", () => {
    const slugs = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\d _-]/gu, "")
        .replaceAll(" ", "-"),
    );
    for (const [, address] of guide.matchAll(/\]\(((?!https:)[^)\s]+)\)/g)) {
      if (/^(?:https|\/|mailto|tel)|…/.test(address)) continue;
      const [file, heading] = address.split("#");
      if (file) expect(existsSync(join(root, "docs", file)), address).toBe(true);
      else if (!["granted"].includes(heading)) expect(slugs).toContain(heading);
    }
  });
});
