import type { Nodes, Root } from "mdast";
import { remark } from "remark";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { Processor } from "unified";
import { type Range, remarkDirectiveParts } from "./directive-parts.ts";

/** Everything that starts a block, in the names that micromark gives its constructs. */
const blockConstructs = [
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "list",
  "setextUnderline",
  "thematicBreak",
];

/** The syntax tree of a story's file. Task lists are left as the brackets they are written with. */
export function parseMarkdown(text: string): Root {
  return remark()
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkDirectiveParts)
    .use(without(["tasklistCheck"]))
    .parse(text);
}

/** The syntax tree of a line of text, such as a title: `1. May` is no list there. */
export function parseInline(text: string): Root {
  return remark()
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkDirectiveParts)
    .use(without([...blockConstructs, "tasklistCheck"]))
    .parse(text);
}

function without(constructs: string[]) {
  return function (this: Processor): void {
    const data = this.data() as { micromarkExtensions?: object[] };
    data.micromarkExtensions?.push({ disable: { null: constructs } });
  };
}

/** The offsets at which a parsed node starts and ends. */
export function rangeOfNode(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
