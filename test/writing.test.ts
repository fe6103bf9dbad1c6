import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { starterFigures } from "../src/cli/starter.ts";
import { type RuleId, ruleIds, rules } from "../src/diagnostics/rules.ts";
import { loadSite } from "../src/load/site.ts";
import { readFigures } from "../src/outcomes/read.ts";
import { containerNames, inlineNames, leafNames } from "../src/story/directives/names.ts";
import { arrangements, chartTypes } from "../src/story/types.ts";
import { type Fixture, fixtureOf, readFixture, renewing, wordsFor } from "./support/fixtures.ts";
import { examples, exampleFiles } from "./writing-examples.ts";

const root = join(import.meta.dirname, "..");
const guide = readFileSync(join(root, "docs/writing.md"), "utf8");

/** The messages of a fixture's first case. */
const firstOf = ({ cases: [example] }: Fixture) => `\`\`\`text\n${wordsFor(example)}\n\`\`\``;

/** A rule in the guide: what it is about, the messages of its first case, and the cure. */
function sectionOf(rule: RuleId): string {
  const fixture = readFixture(fixtureOf(rule));
  const parts = [`### \`${rule}\``, rules[rule], firstOf(fixture), ...fixture.intro.slice(1)].join("\n\n");
  // The fixtures lie elsewhere than the guide that they link to.
  return parts.replaceAll("](../../docs/writing.md", "](").replaceAll("](../../docs/", "](");
}

const isMade = "<!-- From here on, this is made from test/fixtures/. -->\n";

/** The guide with its sections on the rules as the fixtures have them. */
function renewGuide(text: string): string {
  const [written] = text.split(isMade);
  return `${written}${isMade}\n${ruleIds.map(sectionOf).join("\n\n")}\n`;
}

/** A quoted case: the comment names its fixture. */
const quote = /^(<!-- test\/fixtures\/(.+)\.md -->\n)```text\n[^]*?\n```$/gm;

/** A document with the messages that it quotes as the fixtures have them. */
function renewQuotes(text: string): string {
  return text.replace(quote, (_, comment: string, name: string) => comment + firstOf(readFixture(name)));
}

describe("the reporters' guide", () => {
  it("has a section for each rule, in their order, and for nothing else", () => {
    const [, messages] = guide.split("## Every message, and its cure\n");
    expect([...messages.matchAll(/^### `(.+)`$/gm)].map(([, rule]) => rule)).toEqual(ruleIds);
    expect(messages.match(/^\*\*Cure\.\*\* \S/gm)).toHaveLength(ruleIds.length);
  });

  it("has the rules, their messages and their cures from the fixtures", async () => {
    await expect(renewGuide(guide), `docs/writing.md is out of date; ${renewing}`).toMatchFileSnapshot(
      join(root, "docs/writing.md"),
    );
  });

  it("says what the preview does of the mistake that it leads to", () => {
    const figures = starterFigures.replace("In full,36", "In full,30");
    const file = "data/town-requests.csv";
    const [problem] = readFigures(file, new TextEncoder().encode(figures)).diagnostics;
    expect(guide).toContain(`\`\`\`text\n   ${problem.message}\n`);
  });

  it("has an example of each directive", () => {
    const names = examples.flatMap(({ text }) =>
      [...text.matchAll(/:([a-z]+)[[{\n]/g)].map(([, name]) => name),
    );
    expect(new Set(names)).toEqual(new Set([...inlineNames, ...leafNames, ...containerNames]));
  });

  it("has an example of each type of chart, as the format has a line for each", () => {
    const types = examples.flatMap(({ text }) => /^::chart.*type=([a-z]+)/.exec(text)?.[1] ?? []);
    expect(types).toEqual(chartTypes);
    const format = readFileSync(join(root, "docs/format.md"), "utf8");
    for (const type of chartTypes) expect(format).toMatch(new RegExp(`^\\| \`${type}\` \\|`, "m"));
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

describe("the story format", () => {
  it("names every arrangement of a scene", () => {
    const format = readFileSync(join(root, "docs/format.md"), "utf8");
    const named = /^- `as`: ([^]*?)\.$/m.exec(format)?.[1].match(/(?<=`)\w+(?=`)/g);
    expect(named).toEqual([...arrangements]);
  });
});

describe("a document", () => {
  it.each(["README.md", "docs/format.md", "docs/publishing.md"])(
    "quotes the messages of the checks as the fixtures have them: %s",
    async (document) => {
      const text = readFileSync(join(root, document), "utf8");
      expect(text).toMatch(quote);
      await expect(renewQuotes(text), `${document} is out of date; ${renewing}`).toMatchFileSnapshot(
        join(root, document),
      );
    },
  );

  it.each(["README.md", ...globSync("docs/**/*.md", { cwd: root })])(
    "quotes no other message: %s",
    (document) => {
      const [written] = readFileSync(join(root, document), "utf8").split(isMade);
      expect(written.replace(quote, "")).not.toMatch(/^ {2}\d+:\d+-\d+:\d+ /m);
    },
  );
});
