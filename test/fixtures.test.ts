import { describe, expect, it } from "vitest";
import { formatJson } from "../src/diagnostics/json.ts";
import { type RuleId, ruleIds, rules } from "../src/diagnostics/rules.ts";
import type { Severity } from "../src/diagnostics/types.ts";
import {
  fixtureNames,
  fixtureOf,
  fixturePath,
  parseFixture,
  placesIn,
  problemsOf,
  readFixture,
  renewing,
  renewWords,
  wordsOf,
} from "./support/fixtures.ts";

/*
 * Each file of `fixtures/` has the cases of a rule: a site with something wrong, and its messages. Their places are
 * written from the story format and not from what the checks say; of the words, -u makes those that are said today.
 */
const fixtures = fixtureNames.map(readFixture);

interface JsonProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: RuleId;
  readonly hint: string | null;
}

describe.each(fixtures)("a site of test/fixtures: $name", (fixture) => {
  it.each(fixture.cases)("has its problems where they are written: $title", (example) => {
    const problems = problemsOf(example);
    const written = placesIn(example.messages.value);
    expect(placesIn(wordsOf(problems))).toEqual(written);
    const json = JSON.parse(formatJson(problems)) as JsonProblem[];
    const places = json.map(
      ({ file, line, column, endLine, endColumn, severity, rule }) =>
        `${file}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}`,
    );
    expect(places).toEqual(written.filter((place) => !place.startsWith("see ")));
    expect(json.filter(({ hint }) => hint === null || hint === "")).toEqual([]);
  });

  it("has them in the words that are written", async () => {
    const told = `test/fixtures/${fixture.name}.md has other words than the checks; ${renewing}`;
    await expect(renewWords(fixture), told).toMatchFileSnapshot(fixturePath(fixture.name));
  });

  it("has a title of its own", () => {
    const titles = fixture.cases.map(({ title }) => title);
    expect(titles).toEqual([...new Set(titles)]);
  });
});

describe("the rules", () => {
  it.each(ruleIds)("have several cases each: %s", (rule) => {
    const cases = fixtures.find(({ name }) => name === fixtureOf(rule))?.cases ?? [];
    const about = cases.filter(({ messages }) =>
      placesIn(messages.value).some((place) => place.endsWith(rule)),
    );
    expect(about.length).toBeGreaterThanOrEqual(2);
    expect(about).toEqual(cases);
  });

  it("are those that the files are about, but for three", () => {
    const others = ["False alarms", "Several problems at once", "Sound sites"];
    expect(fixtures.map(({ title }) => title).sort()).toEqual([...ruleIds, ...others].sort());
  });
});

describe("the words of a case", () => {
  const sentence = `# story/html\n\n${rules["story/html"]}\n`;
  const caseWith = (messages: string) =>
    `${sentence}\n## An element\n\n\`\`\`md\nA <br>.\n\`\`\`\n\n\`\`\`text\n${messages}\n\`\`\`\n`;
  const renewed = (text: string) => renewWords(parseFixture("story-html", text));
  const today = [
    "content/facebook-reports.md",
    '  12:3-12:7  error    Raw HTML is not taken: "<br>"   story/html',
    "             hint: write it in Markdown; for a plain < write \\<",
  ].join("\n");

  it("are made anew where the places are right, also where there were none", () => {
    expect(renewed(caseWith("content/facebook-reports.md\n  12:3-12:7  error  story/html"))).toBe(
      caseWith(today),
    );
    expect(renewed(caseWith(today.replace("not taken", "refused")))).toBe(caseWith(today));
  });

  it.each([
    ["another place", today.replace("12:7", "12:8")],
    ["another severity", today.replace("error  ", "warning")],
    ["another rule", today.replace("story/html", "story/link")],
    ["another file", today.replace("content/", "data/")],
    ["one place more", `${today}\n  13:1-13:2  error  story/html`],
    ["a place that it refers to", `${today}\n             see 1:1-1:2`],
    ["a misspelt severity", `${today}\n  13:1-13:2  eror  story/html`],
    ["none", "No problems found"],
  ])("stay as they are where %s is written", (_, messages) => {
    expect(renewed(caseWith(messages))).toBe(caseWith(messages));
  });

  it("follow what the rule is about", () => {
    const text = caseWith(today);
    expect(renewed(text.replace(rules["story/html"], "Something else."))).toBe(text);
  });
});
