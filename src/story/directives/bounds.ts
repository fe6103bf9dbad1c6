import type { LeafDirective } from "mdast-util-directive";
import type { Figure } from "../../outcomes/types.ts";
import { type Attribute, type Attributes, readAttributes, required } from "../attributes.ts";
import { readFigureList } from "../figure-list.ts";
import { refuseLabel } from "../label.ts";
import { rangeOfNode } from "../markdown.ts";
import { reportAt, type Scope } from "../scope.ts";
import type { Block } from "../types.ts";

/**
 * `::bounds{of=reports rest=undescribed open=no_outcome}`: what each part of a figure is a share of, and the limits
 * between which it lies if some of the rest belonged to it. `rest` is the figure's remainder if left out; `open` are
 * the outcomes that are not final.
 */
export function readBounds(directive: LeafDirective, scope: Scope): Block | null {
  const attributes = readAttributes(directive, ["of", "rest", "open"], scope);
  refuseLabel(directive, scope);
  const named = required(attributes, "of", directive, "name the figure whose parts it shows: of=…", scope);
  const [of, ...more] = readFigureList(named ?? undefined, "story/unknown-figure", scope, {
    withParts: true,
  });
  const whole = scope.context.tree?.figures.get(of);
  if (named && more.length > 0) refuse(named, '"of" takes one figure', "name one", scope);
  if (!whole) return null;
  const rest = readRest(directive, attributes, whole, scope);
  const open = readParts(attributes.get("open"), whole, scope);
  const final = whole.children.filter((id) => id !== rest && !open.includes(id));
  const attribute = attributes.get("open");
  if (attribute && rest !== null && open.includes(rest)) {
    refuse(attribute, `"${rest}" is the rest, and so neither final nor open`, "leave it out", scope);
  } else if (attribute && final.length === 0) {
    refuse(attribute, '"open" leaves no outcome that is final', "leave one out", scope);
  }
  return rest === null ? null : { type: "bounds", of, rest, open };
}

/** The one part that is known to be some of the others: as named, or else the remainder. */
function readRest(
  directive: LeafDirective,
  attributes: Attributes,
  whole: Figure,
  scope: Scope,
): string | null {
  const attribute = attributes.get("rest");
  const [rest, ...more] = readParts(attribute, whole, scope);
  if (attribute && more.length > 0) refuse(attribute, '"rest" takes one figure', "name one", scope);
  if (attribute) return rest ?? null;
  const remainder = whole.children.find((id) => scope.context.tree?.figures.get(id)?.derived);
  if (remainder !== undefined) return remainder;
  const message = `"${whole.id}" has no remainder, so "bounds" needs the attribute "rest"`;
  reportAt(scope, rangeOfNode(directive), { rule: "story/attribute", message, hint: partsHint(whole) });
  return null;
}

/** The figures that an attribute lists; those that are not parts of the whole are reported. */
function readParts(attribute: Attribute | undefined, whole: Figure, scope: Scope): string[] {
  const ids = readFigureList(attribute, "story/unknown-figure", scope, { withParts: false });
  const strangers = ids.filter((id) => !whole.children.includes(id));
  for (const id of strangers) {
    if (attribute) refuse(attribute, `"${id}" is not a part of "${whole.id}"`, partsHint(whole), scope);
  }
  return ids.filter((id) => !strangers.includes(id));
}

function partsHint({ children }: Figure): string {
  return `its parts are ${children.join(", ")}`;
}

function refuse({ range }: Attribute, message: string, hint: string, scope: Scope): void {
  reportAt(scope, range, { rule: "story/attribute", message, hint });
}
