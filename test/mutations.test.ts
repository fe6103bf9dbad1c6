import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { offsetAt, sourceText } from "../src/diagnostics/source-text.ts";
import type { Diagnostic } from "../src/diagnostics/types.ts";
import { readFiles } from "../src/load/files.ts";
import { loadSite } from "../src/load/site.ts";
import { formatCount } from "../src/outcomes/counts.ts";
import { readFigures } from "../src/outcomes/read.ts";
import type { Binding, Story } from "../src/story/types.ts";

/*
 * Every slip of the keyboard in every number of the first story. In the copy each must be told at its place; in the
 * data it must be told, or change what the page says.
 */
const root = join(import.meta.dirname, "..");
const files = await readFiles(root);
const story = theStory(loadSite(files).stories);
const textOf = (file: string) => new TextDecoder().decode(files.get(file));
const withText = (file: string, text: string) => new Map(files).set(file, new TextEncoder().encode(text));

function theStory(stories: readonly Story[]): Story {
  const found = stories.find(({ slug }) => slug === "facebook-reports");
  if (found === undefined) throw new Error("The first story has problems: see npm run check");
  return found;
}

/** All numbers one slip away: two digits swapped, one digit wrong, missing or doubled. */
function slipsOf(digits: string): string[] {
  const at = [...digits].map((_, i) => i);
  const put = (i: number, text: string) => digits.slice(0, i) + text + digits.slice(i + 1);
  const swapped = at.flatMap((i) =>
    at.slice(i + 1).map((j) => [...put(i, digits[j])].toSpliced(j, 1, digits[i]).join("")),
  );
  const wrong = at.flatMap((i) => [..."0123456789"].map((digit) => put(i, digit)));
  const missing = digits.length > 1 ? at.map((i) => put(i, "")) : [];
  const doubled = at.map((i) => put(i, digits[i] + digits[i]));
  const all = new Set([...swapped, ...wrong, ...missing, ...doubled]);
  all.delete(digits);
  return [...all].filter((slip) => !/^0./.test(slip));
}

interface Mutant {
  readonly binding: Binding;
  /** The number that is written instead, in the form that the page shows. */
  readonly written: string;
}

const numbers = story.bindings.filter(({ kind }) => kind === "n" || kind === "pct");

function mutantsOf(binding: Binding): Mutant[] {
  if (binding.kind === "n") {
    const slips = slipsOf(String(binding.value));
    return slips.map((slip) => ({ binding, written: formatCount(Number(slip), "en-GB") }));
  }
  const [, whole, rest] = /^(\d+)(.*)$/.exec(binding.text.replace(".", "")) ?? [];
  const point = binding.text.indexOf(".");
  return slipsOf(whole).map((slip) => {
    const digits = point < 0 ? slip : `${slip.slice(0, -1)}.${slip.slice(-1)}`;
    return { binding, written: digits + rest };
  });
}

/**
 * Mutants that can be made in one reading: one of each number, but of the places of a sum all but one stay, since only
 * what the story binds somewhere is a figure of it.
 */
function batches(): Mutant[][] {
  const isSum = ({ expression }: Binding) => /[-+]/.test(expression.source);
  const places = Map.groupBy(numbers, (binding) => (isSum(binding) ? binding.expression.source : ""));
  const rounds = Math.max(...[...places].map(([expression, list]) => (expression === "" ? 1 : list.length)));
  return Array.from({ length: rounds }, (_, round) => {
    const chosen = numbers.filter(
      (binding) =>
        (isSum(binding) && places.get(binding.expression.source)?.indexOf(binding) === round) ||
        (!isSum(binding) && round === 0),
    );
    const mutants = chosen.map(mutantsOf);
    const most = Math.max(...mutants.map(({ length }) => length));
    return Array.from({ length: most }, (_, i) => mutants.flatMap((list) => list[i] ?? []));
  }).flat();
}

/** The problems found at each of the mutants, written into the story at once. */
function judge(mutants: readonly Mutant[]): { mutant: Mutant; found: Diagnostic | undefined }[] {
  const source = sourceText(textOf(story.file));
  const spots = mutants
    .map((mutant) => ({
      mutant,
      start: offsetAt(source, mutant.binding.span.start),
      end: offsetAt(source, mutant.binding.span.end),
    }))
    .sort((a, b) => a.start - b.start);
  let text = "";
  let last = 0;
  const placed = spots.map(({ mutant, start, end }) => {
    text += source.text.slice(last, start);
    const at = text.length;
    text += mutant.written;
    last = end;
    return { mutant, at };
  });
  text += source.text.slice(last);
  const mutated = sourceText(text);
  const { diagnostics } = loadSite(withText(story.file, text));
  return placed.map(({ mutant, at }) => ({
    mutant,
    found: diagnostics.find(
      ({ file, rule, span }) =>
        file === story.file &&
        rule === "story/number" &&
        offsetAt(mutated, span.start) <= at &&
        at < offsetAt(mutated, span.end),
    ),
  }));
}

/**
 * Whether a slip may be a warning, not an error: in a share; in a figure of two digits, or to two of them, which lie too
 * close to too much; to a round number; in the one place that binds a sum, which is then no figure of the story's.
 */
function mayWarn({
  binding: {
    kind,
    value,
    expression: { source },
  },
  written,
}: Mutant): boolean {
  const digits = written.replace(/\D/g, "");
  const isOnly =
    /[-+]/.test(source) && numbers.filter((other) => other.expression.source === source).length === 1;
  return kind === "pct" || String(value).length < 3 || digits.length < 3 || /^\d0*$/.test(digits) || isOnly;
}

describe("a slip in a number", () => {
  it("of the copy is told where it stands", { timeout: 120_000 }, async ({ annotate }) => {
    const judged = batches().flatMap(judge);
    const survivors = judged.filter(({ found }) => found === undefined);
    const errors = judged.filter(({ found }) => found?.severity === "error").length;
    await annotate(
      `${judged.length} mutants of the copy: ${errors} errors, ${judged.length - errors - survivors.length} warnings, ${survivors.length} survivors`,
    );
    expect(survivors.map(({ mutant }) => `${mutant.binding.expression.source}: ${mutant.written}`)).toEqual(
      [],
    );
    const lenient = judged.filter(({ found, mutant }) => found?.severity === "warning" && !mayWarn(mutant));
    expect(lenient.map(({ mutant }) => `${mutant.binding.expression.source}: ${mutant.written}`)).toEqual([]);
    expect(judged.length).toBeGreaterThan(1000);
  });

  it("of the data is told, or changes the page", { timeout: 120_000 }, async ({ annotate }) => {
    const { file, figures } = story.tree;
    const csv = textOf(file);
    const before = pageOf(story);
    let told = 0;
    const mutants = [...figures.values()]
      .filter(({ derived }) => !derived)
      .flatMap(({ id, count }) => slipsOf(String(count)).map((slip) => ({ id, count, slip })));
    const survivors = mutants.filter(({ id, count, slip }) => {
      const text = csv.replace(new RegExp(`^(${id},.*?,)${count}(?=,)`, "m"), `$1${slip}`);
      const isTold = readFigures(file, new TextEncoder().encode(text)).tree === null;
      if (isTold) told += 1;
      return (
        !isTold &&
        pageOf(loadSite(withText(file, text)).stories.find(({ slug }) => slug === story.slug)) === before
      );
    });
    await annotate(
      `${mutants.length} mutants of the data: ${told} told by the sums alone, ${survivors.length} survivors`,
    );
    expect(survivors).toEqual([]);
    expect(mutants.length).toBeGreaterThan(200);
  });
});

/** What readers see of a story; "" where problems keep it from being built. */
function pageOf(story: Story | undefined): string {
  if (story === undefined) return "";
  const { title, dek, caveat, blocks } = story;
  return JSON.stringify([title.text, dek.text, caveat?.text, blocks]);
}
