import type { Diagnostic } from "../diagnostics/types.ts";
import type { Language } from "../language/types.ts";
import type { FigureTree } from "../outcomes/types.ts";
import { checkNames, checkOpenings, checkPlaces } from "./check-structure.ts";
import { report, type StoryContext } from "./context.ts";
import { checkUnits, chooseFigures } from "./data-file.ts";
import { checkDot } from "./dot.ts";
import { scanFences } from "./fences.ts";
import { readFrontMatter } from "./front-matter.ts";
import { describeStory, renderHead } from "./head.ts";
import { levelHeadings } from "./headings.ts";
import { findTooMuch } from "./limits.ts";
import { noLetters } from "./letters.ts";
import { checkFragments } from "./links.ts";
import { parseMarkdown } from "./markdown.ts";
import { sectionIds } from "./page-ids.ts";
import { fileAsPassage } from "./passage.ts";
import { preparePassage } from "./prepare.ts";
import { checkProse } from "./prose/check-prose.ts";
import { knownFigures } from "./prose/known-figures.ts";
import { renderBlocks } from "./render.ts";
import { listScenes } from "./scenes.ts";
import type { Scope } from "./scope.ts";
import type { Binding, Story } from "./types.ts";

/** A story's file, and what of the site it is read against. */
export interface StoryInput {
  /** The path relative to the project's root. */
  readonly file: string;
  readonly slug: string;
  readonly text: string;
  /** The trees of the files in data/ by their paths; null for those that have problems of their own. */
  readonly figures: ReadonlyMap<string, FigureTree | null>;
  readonly language: Language;
  /** Terms in lower case, and what they mean; null where the glossary can't be read. */
  readonly glossary: ReadonlyMap<string, string> | null;
  /** Every address of the site that a story can link to: `/other-story/`, `/map.pdf`. */
  readonly addresses: ReadonlySet<string>;
  /** Those of them that are there when this story is: no draft's, but for another draft. */
  readonly reachable: ReadonlySet<string>;
  readonly fragments: ReadonlySet<string>;
}

/**
 * Reads a story: Markdown and front matter bound to the figures, every number worked out, every claim judged.
 *
 * @returns the story, or null where there are errors, and all the problems, each at its place in the file.
 */
export function parseStory(input: StoryInput): { story: Story | null; diagnostics: Diagnostic[] } {
  const file = fileAsPassage(input.text);
  const diagnostics: Diagnostic[] = [];
  const tooMuch = findTooMuch(input.text);
  if (tooMuch) {
    report({ file: input.file, diagnostics }, file, { rule: "story/directive", ...tooMuch });
    return { story: null, diagnostics };
  }
  const fences = scanFences(input.text, frontMatterEnd(input.text));
  const root = parseMarkdown(input.text);
  const front = readFrontMatter(root, file, { file: input.file, diagnostics });
  const tree = front && chooseFigures(front, input.figures, { file: input.file, diagnostics });
  const context: StoryContext = { ...input, tree, diagnostics };

  if (front) checkUnits(front, context);
  if (front) checkDot(front, context);
  for (const problem of fences.problems) report(context, file, { rule: "story/directive", ...problem });
  checkNames(root, file, context);
  checkOpenings(fences.openings, root, file, context);
  // Where the fences don't pair, the tree puts blocks inside others that their writer didn't.
  if (fences.paired) checkPlaces(root, file, context);
  const sceneRanges = listScenes(root, file, context);
  const ids = new Set([...sceneRanges.map(({ id }) => id), ...sectionIds]);
  const sceneAt = (offset: number) =>
    sceneRanges.find(({ start, end }) => start <= offset && offset < end)?.id ?? null;
  const scope: Scope = {
    context,
    passage: file,
    sceneAt,
    interactive: true,
    linked: true,
    bindings: [],
    citations: [],
    letters: noLetters(),
    ids,
  };

  const head = front && renderHead(front, scope);
  const fragments = preparePassage(root, file, context);
  levelHeadings(root);
  const blocks = renderBlocks(root, scope);
  const bound = [...(head?.bindings ?? []), ...scope.bindings];
  const known = knownFigures(tree, bound, front?.settings.value?.noun ?? input.language.noun);
  for (const text of [...(head?.texts ?? []), { root, passage: file }]) {
    checkProse(text.root, text.passage, known, context);
  }
  checkFragments([...(head?.fragments ?? []), ...fragments], ids, context);

  const value = front?.settings.value;
  const failed = diagnostics.some(({ severity }) => severity === "error");
  if (failed || !value || !head || !tree) return { story: null, diagnostics };
  const bindings = [...head.bindings, ...scope.bindings.toSorted(byPlace)];
  const citations = scope.citations.toSorted(byPlace);
  const scenes = blocks.flatMap((block) => (block.type === "stage" ? block.scenes : []));
  const { letters } = scope;
  const described = describeStory(input, value, head, tree);
  return { story: { ...described, blocks, scenes, bindings, citations, letters }, diagnostics };
}

/** Where the text starts, told without parsing it. */
function frontMatterEnd(text: string): number {
  return /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?=\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

/** A claim is worked out after the numbers in it, but is read first; so is a note's mark before the note. */
function byPlace(a: Pick<Binding, "span">, b: Pick<Binding, "span">): number {
  return a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column;
}
