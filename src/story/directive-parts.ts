import type {} from "mdast-util-directive";
import type { CompileContext, Extension, Handle, Token } from "mdast-util-from-markdown";
import type { Processor } from "unified";

/** A stretch of the text being parsed, as offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An attribute as written: where it and its value stand. A value that is left out has the name's range. */
export interface AttributePart {
  readonly name: string;
  readonly nameRange: Range;
  valueRange: Range;
}

/** What a directive's syntax tree doesn't tell: where its parts stand in the source. */
export interface DirectiveParts {
  readonly nameRange: Range;
  /** Between the brackets; null where there are none, or nothing in them. */
  labelRange: Range | null;
  readonly attributes: AttributePart[];
}

declare module "mdast-util-directive" {
  interface TextDirectiveData {
    parts?: DirectiveParts;
  }
  interface LeafDirectiveData {
    parts?: DirectiveParts;
  }
  interface ContainerDirectiveData {
    parts?: DirectiveParts;
  }
}

/**
 * A remark plugin: records in `data.parts` of each directive where its name, label and attributes stand, from
 * the tokens that remark-directive itself makes. Use it after remark-directive.
 */
export function remarkDirectiveParts(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: Extension[] };
  data.fromMarkdownExtensions?.push({
    enter: {
      ...recorders("directiveText"),
      ...recorders("directiveLeaf"),
      ...recorders("directiveContainer"),
    },
  });
}

function recorders(type: string): Record<string, Handle> {
  const shortcut = (name: string): Handle =>
    function (token) {
      const range = rangeOf(token);
      const hash = { start: range.start - 1, end: range.end };
      partsIn(this)?.attributes.push({ name, nameRange: hash, valueRange: range });
    };
  return {
    [`${type}Name`](token) {
      const directive = directiveIn(this);
      if (directive)
        directive.data = { parts: { nameRange: rangeOf(token), labelRange: null, attributes: [] } };
    },
    [`${type}LabelString`](token) {
      const parts = partsIn(this);
      if (parts) parts.labelRange = rangeOf(token);
    },
    [`${type}AttributeName`](token) {
      const range = rangeOf(token);
      partsIn(this)?.attributes.push({
        name: this.sliceSerialize(token),
        nameRange: range,
        valueRange: range,
      });
    },
    [`${type}AttributeValueLiteral`](token) {
      const { start, end } = rangeOf(token);
      setValue(this, { start: start + 1, end: end - 1 });
    },
    [`${type}AttributeValue`](token) {
      const part = partsIn(this)?.attributes.at(-1);
      // Inside quotes the literal has given the range already.
      if (part && part.valueRange === part.nameRange) setValue(this, rangeOf(token));
    },
    [`${type}AttributeIdValue`]: shortcut("id"),
    [`${type}AttributeClassValue`]: shortcut("class"),
  };
}

function setValue(context: CompileContext, range: Range): void {
  const part = partsIn(context)?.attributes.at(-1);
  if (part) part.valueRange = range;
}

function directiveIn(context: CompileContext) {
  return context.stack.findLast(
    (node) =>
      node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective",
  );
}

function partsIn(context: CompileContext): DirectiveParts | undefined {
  return directiveIn(context)?.data?.parts;
}

function rangeOf(token: Token): Range {
  return { start: token.start.offset, end: token.end.offset };
}
