import type { FigureTree } from "../outcomes/types.ts";
import type { Language } from "../language/types.ts";
import type { Root } from "mdast";
import { report, type StoryContext } from "./context.ts";
import { defaultDot } from "./dot.ts";
import type { FrontMatter, ReadFrontMatter } from "./front-matter.ts";
import { noLetters } from "./letters.ts";
import type { FragmentLink } from "./links.ts";
import { parseInline } from "./markdown.ts";
import type { Passage } from "./passage.ts";
import { preparePassage } from "./prepare.ts";
import { renderInline } from "./render.ts";
import type { Scope } from "./scope.ts";
import type { Path } from "./settings.ts";
import type { Binding, RichText, Story } from "./types.ts";

/** The texts of the front matter that take directives, rendered; null where one is left out. */
export interface Head {
  readonly title: RichText | null;
  readonly dek: RichText | null;
  readonly caveat: RichText | null;
  readonly sourceNote: RichText | null;
  readonly bindings: readonly Binding[];
  readonly fragments: readonly FragmentLink[];
  /** The same texts as parsed, for further checks. */
  readonly texts: readonly ParsedText[];
}

interface ParsedText {
  readonly root: Root;
  readonly passage: Passage;
}

/** Renders the texts of the front matter, in reading order, whether or not the rest of it is sound. */
export function renderHead(front: ReadFrontMatter, page: Scope): Head {
  const bindings: Binding[] = [];
  const fragments: FragmentLink[] = [];
  // These texts are shown in lists, links and under several pictures: nothing in them may open, or have an id.
  const scope = { ...page, bindings, sceneAt: () => null, interactive: false };
  const texts: ParsedText[] = [];
  const render = (path: Path, { linked, inSerif = false }: { linked: boolean; inSerif?: boolean }) => {
    const text = parseField(path, front, scope.context);
    if (text === null) return null;
    texts.push(text);
    fragments.push(...preparePassage(text.root, text.passage, scope.context));
    const letters = inSerif ? page.letters : noLetters();
    return renderInline(text.root, { ...scope, linked, letters, passage: text.passage });
  };
  return {
    title: render(["title"], { linked: false }),
    dek: render(["dek"], { linked: true, inSerif: true }),
    caveat: render(["caveat"], { linked: false }),
    sourceNote: render(["source", "note"], { linked: true }),
    bindings,
    fragments,
    texts,
  };
}

function parseField(path: Path, { settings }: ReadFrontMatter, context: StoryContext): ParsedText | null {
  const passage = settings.passageAt(path);
  if (passage === null || passage.text.trim() === "") return null;
  const root = parseInline(passage.text);
  if (root.children.length === 1 && root.children[0].type === "paragraph") return { root, passage };
  const message = `"${path.join(".")}" must be one paragraph of text`;
  const hint = "take blank lines and blocks out";
  report(context, passage, { rule: "story/front-matter", start: 0, end: passage.text.length, message, hint });
  return null;
}

type Described = Omit<Story, "blocks" | "scenes" | "bindings" | "citations" | "letters">;

/** All that a story's front matter says, with defaults for what it leaves out. */
export function describeStory(
  { file, slug, language }: { readonly file: string; readonly slug: string; readonly language: Language },
  front: FrontMatter,
  { title, dek, caveat, sourceNote }: Head,
  tree: FigureTree,
): Described {
  const { name, publisher, period, url = null } = front.source;
  const total = tree.figures.get(tree.root)?.count ?? 0;
  return {
    slug,
    file,
    title: title ?? { html: "", text: "" },
    dek: dek ?? { html: "", text: "" },
    byline: front.byline ?? null,
    published: front.published ?? null,
    updated: front.updated ?? null,
    source: { name, publisher, period, url, note: sourceNote },
    caveat,
    noun: front.noun ?? language.noun,
    corrections: (front.corrections ?? []).map(({ figures = [], ...rest }) => ({ ...rest, figures })),
    draft: front.draft ?? false,
    dot: front.dot ?? defaultDot(total),
    tree,
  };
}
