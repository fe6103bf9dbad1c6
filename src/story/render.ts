import type { Element, ElementContent, Root as HastRoot } from "hast";
import type { Heading, Root, Table } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { defaultHandlers, type Handlers, type State, toHast } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import { readAside } from "./directives/aside.ts";
import { readBounds } from "./directives/bounds.ts";
import { readChart } from "./directives/chart.ts";
import { renderCite } from "./directives/cite.ts";
import { renderClaim } from "./directives/claim.ts";
import { readHelpline } from "./directives/helpline.ts";
import { readMethod } from "./directives/method.ts";
import { renderN } from "./directives/n.ts";
import { renderPct } from "./directives/pct.ts";
import { renderRatio } from "./directives/ratio.ts";
import { readScene } from "./directives/scene.ts";
import { renderTerm } from "./directives/term.ts";
import { isPrefixed } from "./page-ids.ts";
import { plainText } from "./plain-text.ts";
import { richText } from "./rich-text.ts";
import { claimId, type Scope } from "./scope.ts";
import { slugOf } from "./slug.ts";
import type { Block, RichText, Scene } from "./types.ts";

/** Renders a line of text, such as a title. */
export function renderInline(root: Root, scope: Scope): RichText {
  const tree = toHast(root, { handlers: { ...markup(scope), textDirective: inline(scope) } }) as HastRoot;
  const children = tree.children.flatMap((node) =>
    node.type === "element" && node.tagName === "p" ? node.children : [],
  );
  return richText(children, scope);
}

/** Renders the text of a story to its blocks, footnotes last. Scenes that follow on one another share a stage. */
export function renderBlocks(root: Root, scope: Scope): Block[] {
  const { notes } = scope.context.language;
  const made = new Map<unknown, Block | Scene | null>();
  const tree = toHast(root, {
    clobberPrefix: "",
    footnoteLabel: notes.footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (index, mark) => notes.back({ footnote: index + 1, mark }),
    handlers: {
      ...markup(scope),
      textDirective: inline(scope),
      leafDirective: (state: State, node: LeafDirective) => keep(made, leaf(state, node, scope)),
      containerDirective: (state: State, node: ContainerDirective) =>
        keep(made, container(state, node, scope)),
    },
  }) as HastRoot;
  return gather(tree, made, scope);
}

/** Puts an empty element where a block stands, so that the text around it can be told apart. */
function keep(made: Map<unknown, Block | Scene | null>, block: Block | Scene | null): Element {
  const place: Element = { type: "element", tagName: "div", properties: {}, children: [] };
  made.set(place, block);
  return place;
}

function inline(scope: Scope) {
  return (state: State, node: TextDirective): ElementContent[] => {
    switch (node.name) {
      case "n":
        return renderN(node, scope);
      case "pct":
        return renderPct(node, scope);
      case "ratio":
        return renderRatio(node, scope);
      case "claim":
        return renderClaim(node, state.all(node), scope);
      case "cite":
        return renderCite(node, state.all(node), scope);
      case "term":
        return renderTerm(node, state.all(node), scope);
      default:
        return [];
    }
  };
}

function leaf(state: State, node: LeafDirective, scope: Scope): Block | null {
  switch (node.name) {
    case "bounds":
      return readBounds(node, scope);
    case "chart":
      return readChart(node, state.all(node), scope);
    case "helpline":
      return readHelpline(node, scope);
    case "method":
      return readMethod(node, scope);
    default:
      return null;
  }
}

function container(state: State, node: ContainerDirective, scope: Scope): Block | Scene | null {
  const [first, ...rest] = node.children;
  const label = first?.type === "paragraph" && first.data?.directiveLabel ? first : null;
  const title = label ? state.all(label) : [];
  const body = state.wrap(state.all({ ...node, children: label ? rest : node.children }), true);
  if (node.name === "scene") return readScene(node, body, scope);
  return node.name === "aside" ? readAside(node, title, body, scope) : null;
}

/** Headings that links lead to get ids; tables get classes for their alignment and scopes for their headings. */
function markup(scope: Scope): Handlers {
  return {
    heading(state, node: Heading) {
      const element = defaultHandlers.heading(state, node);
      const slug = slugOf(plainText(element.children));
      const id = claimId(scope.ids, isPrefixed(slug) ? `h-${slug}` : slug);
      if (scope.context.fragments.has(id)) element.properties.id = id;
      return element;
    },
    table(state, node: Table) {
      const element = defaultHandlers.table(state, node);
      visit(element, "element", ({ tagName, properties }) => {
        if (tagName === "th") properties.scope = "col";
        if (properties.align) properties.className = [String(properties.align)];
        delete properties.align;
      });
      return element;
    },
  };
}

function gather(tree: HastRoot, made: ReadonlyMap<unknown, Block | Scene | null>, scope: Scope): Block[] {
  const blocks: Block[] = [];
  let prose: ElementContent[] = [];
  const endProse = () => {
    const { html } = richText(prose, scope);
    if (html !== "") blocks.push({ type: "prose", html });
    prose = [];
  };
  for (const node of tree.children) {
    const block = made.get(node);
    if (node.type === "element" && node.tagName === "section" && node.properties.dataFootnotes) {
      endProse();
      blocks.push({ type: "footnotes", html: richText([node], scope).html });
    } else if (block) {
      endProse();
      append(blocks, block);
    } else if (node.type !== "doctype" && !made.has(node)) prose.push(node);
  }
  endProse();
  return blocks;
}

function append(blocks: Block[], block: Block | Scene): void {
  const last = blocks.at(-1);
  if ("type" in block) blocks.push(block);
  else if (last?.type === "stage") blocks[blocks.length - 1] = { ...last, scenes: [...last.scenes, block] };
  else blocks.push({ type: "stage", scenes: [block] });
}
