import type { ElementContent } from "hast";
import type { ContainerDirective } from "mdast-util-directive";
import { toString } from "mdast-util-to-string";
import { quote } from "../../diagnostics/quote.ts";
import { type Attributes, oneOf, readAttributes } from "../attributes.ts";
import { readFigureList } from "../figure-list.ts";
import { openingLine, refuseLabel } from "../label.ts";
import { rangeOfNode } from "../markdown.ts";
import { isTaken } from "../page-ids.ts";
import { richText } from "../rich-text.ts";
import { reportAt, type Scope } from "../scope.ts";
import { arrangements, type Scene } from "../types.ts";

/** `:::scene{#charged split="reports charged" focus="charged" as=flow}`: one step of the scrollytelling. */
export function readScene(directive: ContainerDirective, children: ElementContent[], scope: Scope): Scene {
  const attributes = readAttributes(directive, ["id", "split", "focus", "as"], scope);
  refuseLabel(directive, scope);
  checkId(attributes, directive, scope);
  if (isBlank(directive)) {
    const message = "This scene has no text";
    const hint = 'write the step\'s text between its line and the closing ":::"';
    reportAt(scope, openingLine(directive, scope), { rule: "story/scene", message, hint });
  }
  const split = readFigureList(attributes.get("split"), "story/scene", scope, { withParts: true });
  const as = oneOf(attributes.get("as"), arrangements, scope);
  const { start, end } = rangeOfNode(directive);
  const { heading, body } = cutHeading(children);
  return {
    id: attributes.get("id")?.value ?? "",
    split,
    focus: readFigureList(attributes.get("focus"), "story/scene", scope, { withParts: false }),
    as: as ?? (split.length > 0 ? "flow" : "blocks"),
    title: heading && richText([heading], scope),
    body: richText(body, scope),
    span: scope.passage.span(start, end),
  };
}

/** The heading that some text begins with, and what comes after. */
function cutHeading(nodes: readonly ElementContent[]) {
  const first = nodes.findIndex(({ type }) => type === "element");
  const node = nodes[first];
  const heading = node?.type === "element" && /^h[1-6]$/.test(node.tagName) ? node : null;
  return { heading, body: heading ? nodes.toSpliced(first, 1) : nodes };
}

/** Whether nothing at all is written in it, not even what can't be shown since it has problems of its own. */
function isBlank({ children }: ContainerDirective): boolean {
  return children.every((child) => child.type !== "html" && toString(child).trim() === "");
}

function checkId(attributes: Attributes, directive: ContainerDirective, scope: Scope): void {
  const id = attributes.get("id");
  const rule = "story/scene";
  if (id === undefined) {
    const message = "This scene has no id";
    return reportAt(scope, openingLine(directive, scope), {
      rule,
      message,
      hint: "give it an address: :::scene{#charged}",
    });
  }
  if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(id.value)) {
    const message = `${quote(id.value)} can't be the id of a scene`;
    const hint = "an id holds letters from a to z, digits, hyphens and _, 64 at most";
    return reportAt(scope, id.range, { rule, message, hint });
  }
  if (isTaken(id.value)) {
    const message = `"${id.value}" can't be the id of a scene: the story's own pages use that address`;
    return reportAt(scope, id.range, { rule, message, hint: "choose another" });
  }
}
