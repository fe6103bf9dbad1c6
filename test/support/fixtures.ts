import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Code, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { remark } from "remark";
import { formatTerminal } from "../../src/diagnostics/terminal.ts";
import { ruleIds, rules } from "../../src/diagnostics/rules.ts";
import type { Diagnostic } from "../../src/diagnostics/types.ts";
import { loadSite } from "../../src/load/site.ts";
import { fixtureFolder, siteOf } from "./fixture-site.ts";

/** One case: a site with something wrong, and what is said about it. */
export interface FixtureCase {
  readonly title: string;
  /** The fences with what differs from the base site: see `siteOf`. */
  readonly inputs: readonly Code[];
  /** The fence with the messages. */
  readonly messages: Code;
}

/** A file of `test/fixtures/`: the cases of a rule, or of a kind. `test/fixtures/README.md` has its form. */
export interface Fixture {
  /** Its file's name without the ending: `story-number`. */
  readonly name: string;
  readonly text: string;
  readonly title: string;
  /** The paragraphs before the first case, as they are written. */
  readonly intro: readonly string[];
  readonly cases: readonly FixtureCase[];
}

export const fixturePath = (name: string) => join(fixtureFolder, `${name}.md`);
export const fixtureOf = (rule: string) => rule.replace("/", "-");
export const fixtureNames = globSync("*.md", { cwd: fixtureFolder })
  .map((file) => file.slice(0, -".md".length))
  .filter((name) => name !== "README")
  .sort();

export function readFixture(name: string): Fixture {
  return parseFixture(name, readFileSync(fixturePath(name), "utf8"));
}

/** Reads the text of a fixture. Throws where a case has no messages. */
export function parseFixture(name: string, text: string): Fixture {
  const { children } = remark().parse(text);
  const starts = [...children.keys()].filter((i) => isHeading(children[i], 2));
  const [head, ...bodies] = [0, ...starts].map((start, i) => children.slice(start, starts[i]));
  const source = ({ position }: RootContent) => text.slice(position?.start.offset, position?.end.offset);
  return {
    name,
    text,
    title: toString(head.filter((node) => isHeading(node, 1))),
    intro: head.filter(({ type }) => type === "paragraph").map(source),
    cases: bodies.map((nodes) => readCase(name, nodes)),
  };
}

function readCase(name: string, [heading, ...nodes]: readonly RootContent[]): FixtureCase {
  const title = toString(heading);
  const fences = nodes.filter((node) => node.type === "code");
  const messages = fences.find(isMessages);
  if (messages === undefined) throw new Error(`test/fixtures/${name}.md: "${title}" has no messages`);
  return { title, inputs: fences.filter((fence) => !isMessages(fence)), messages };
}

const isHeading = (node: RootContent, depth: number) => node.type === "heading" && node.depth === depth;
const isMessages = ({ lang, meta }: Code) => lang === "text" && !meta;

/** What the checks find in the site of a case, in reading order. */
export function problemsOf({ inputs }: FixtureCase): readonly Diagnostic[] {
  return loadSite(siteOf(inputs)).diagnostics;
}

/** The problems as a reporter reads them, without their number, which is the last line. */
export function wordsOf(problems: readonly Diagnostic[]): string {
  return formatTerminal(problems, { color: false }).replace(/\n\n.*$/, "");
}

/**
 * What messages in the terminal's form say without words, one entry a problem, `content/a.md:12:1-12:5 error
 * story/html`, and one a place that it refers to, `see 10:1-10:10`.
 */
export function placesIn(messages: string): string[] {
  let file = "";
  return messages.split("\n").flatMap((line) => {
    const [, place, severity, rule] = /^ {2}(\d\S+) +(error|warning) +(?:.* )?(\S+)$/.exec(line) ?? [];
    if (place !== undefined) return [`${file}:${place} ${severity} ${rule}`];
    const [, related] = /^ {4,}(see .*?\d+:\d+-\d+:\d+)/.exec(line) ?? [];
    if (related !== undefined) return [related];
    if (/^\S/.test(line)) file = line;
    // What is neither a file nor below a problem is a slip of the pen: as it is, it equals nothing.
    return /^(?:\S|$| {4,})/.test(line) ? [] : [line];
  });
}

/**
 * The words that a case should have: those that are said today. Where something is found at other places than those
 * written, what is written: a place is never made from what the checks say.
 */
export function wordsFor(example: FixtureCase): string {
  const written = example.messages.value;
  const words = wordsOf(problemsOf(example));
  return placesIn(words).join("\n") === placesIn(written).join("\n") ? words : written;
}

/** The text of a fixture with the words that it should have. */
export function renewWords({ name, text, intro, cases }: Fixture): string {
  const renewed = cases.toReversed().reduce((whole, example) => {
    const { start, end } = example.messages.position ?? {};
    return `${whole.slice(0, start?.offset)}\`\`\`text\n${wordsFor(example)}\n\`\`\`${whole.slice(end?.offset)}`;
  }, text);
  const rule = ruleIds.find((id) => fixtureOf(id) === name);
  return rule === undefined ? renewed : renewed.replace(intro[0], () => rules[rule]);
}

/** What to do where words are out of date. */
export const renewing = "run: node_modules/.bin/vitest run test/fixtures.test.ts test/writing.test.ts -u";
