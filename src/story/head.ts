import type { FigureTree } from "../outcomes/types.ts";
import { report } from "./context.ts";
import { defaultDot } from "./dot.ts";
import type { FrontMatter, ReadFrontMatter } from "./front-matter.ts";
import type { FragmentLink } from "./links.ts";
import { parseInline } from "./markdown.ts";
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
}

/** Renders the texts of the front matter, in reading order, whether or not the rest of it is sound. */
export function renderHead(front: ReadFrontMatter, page: Scope): Head {
  const bindings: Binding[] = [];
  const fragments: FragmentLink[] = [];
  // These texts are shown in lists, links and under several pictures: nothing in them may open, or have an id.
  const scope = { ...page, bindings, sceneAt: () => null, interactive: false };
  const render = (path: Path) => renderField(path, front, scope, fragments);
  return {
    title: render(["title"]),
    dek: render(["dek"]),
    caveat: render(["caveat"]),
    sourceNote: render(["source", "note"]),
    bindings,
    fragments,
  };
}

function renderField(
  path: Path,
  front: ReadFrontMatter,
  scope: Scope,
  fragments: FragmentLink[],
): RichText | null {
  const passage = front.settings.passageAt(path);
  if (passage === null) return null;
  const root = parseInline(passage.text);
  const [paragraph, ...more] = root.children;
  if (paragraph?.type !== "paragraph" || more.length > 0) {
    const message = `"${path.join(".")}" must be one paragraph of text`;
    const range = { start: 0, end: passage.text.length };
    report(scope.context, passage, {
      rule: "story/front-matter",
      ...range,
      message,
      hint: "take blank lines and blocks out",
    });
    return null;
  }
  fragments.push(...preparePassage(root, passage, scope.context));
  return renderInline(root, { ...scope, passage });
}

type Described = Omit<Story, "blocks" | "bindings">;

/** All that a story's front matter says, with defaults for what it leaves out. */
export function describeStory(
  { file, slug }: { readonly file: string; readonly slug: string },
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
    noun: front.noun ?? { one: "report", many: "reports" },
    corrections: front.corrections ?? [],
    draft: front.draft ?? false,
    dot: front.dot ?? defaultDot(total),
    tree,
  };
}
