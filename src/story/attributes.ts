import type { Directives } from "mdast-util-directive";
import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import type { AttributePart, Range } from "./directive-parts.ts";
import { rangeOfNode } from "./markdown.ts";
import { reportAt, type Scope } from "./scope.ts";

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Where the value stands, without its quotation marks. */
  readonly range: Range;
}

export type Attributes = ReadonlyMap<string, Attribute>;

/** The attributes of a directive, all that it doesn't take reported. */
export function readAttributes(directive: Directives, allowed: readonly string[], scope: Scope): Attributes {
  const found = new Map<string, Attribute>();
  const parts = directive.data?.parts?.attributes ?? [];
  for (const [at, { name, nameRange, valueRange }] of parts.entries()) {
    if (!allowed.includes(name)) {
      const problem = unknownAttribute(directive.name, name, allowed);
      const hint = quoteHint(parts, at, scope) ?? problem.hint;
      reportAt(scope, nameRange, { ...problem, hint });
    } else if (found.has(name)) {
      const message = `The attribute "${name}" is here twice`;
      reportAt(scope, nameRange, { rule: "story/attribute", message, hint: "keep one of them" });
    } else {
      found.set(name, { name, value: directive.attributes?.[name] ?? "", range: valueRange });
    }
  }
  return found;
}

function unknownAttribute(directive: string, name: string, allowed: readonly string[]) {
  const near = nearest(name, allowed);
  const list = `it takes ${allowed.map((each) => `"${each}"`).join(", ")}`;
  const hint = near ? `did you mean "${near}"?` : allowed.length > 0 ? list : "it takes no attributes";
  return {
    rule: "story/attribute",
    message: `"${directive}" has no attribute ${quote(name)}`,
    hint,
  } as const;
}

/** What to do where a word is the rest of a value that lacks its quotation marks: `split=reports charged`. */
function quoteHint(parts: readonly AttributePart[], at: number, { passage }: Scope): string | null {
  const first = parts.slice(0, at + 1).findLastIndex((part) => !isWord(part));
  const rest = parts.slice(first + 1);
  const next = rest.findIndex((part) => !isWord(part));
  const last = (next < 0 ? rest : rest.slice(0, next)).at(-1);
  if (first < 0 || first === at || last === undefined) return null;
  const { name, valueRange } = parts[first];
  if (passage.text[valueRange.start - 1] !== "=") return null;
  const value = passage.text.slice(valueRange.start, last.nameRange.end);
  return `put a value of several words in quotation marks: ${name}="${value}"`;
}

/** Whether an attribute is written as its name alone. */
function isWord({ nameRange, valueRange }: AttributePart): boolean {
  return nameRange === valueRange;
}

/** The value of an attribute that takes one of a few words; null where it is left out, or isn't one of them. */
export function oneOf<const Word extends string>(
  attribute: Attribute | undefined,
  words: readonly Word[],
  scope: Scope,
): Word | null {
  if (attribute === undefined) return null;
  const word = words.find((each) => each === attribute.value);
  if (word !== undefined) return word;
  const near = nearest(attribute.value, words);
  const message = `"${attribute.name}" can't be ${quote(attribute.value)}`;
  const hint = `${near ? `did you mean "${near}"? ` : ""}it can be ${words.join(", ")}`;
  reportAt(scope, attribute.range, { rule: "story/attribute", message, hint });
  return null;
}

/** An attribute that must be there and not be blank; null, and reported, where it isn't. */
export function required(
  attributes: Attributes,
  name: string,
  directive: Directives,
  hint: string,
  scope: Scope,
): Attribute | null {
  const attribute = attributes.get(name);
  if (attribute && attribute.value.trim() !== "") return attribute;
  // Braces that can't be read may hold it, and are reported themselves.
  if (scope.passage.text[rangeOfNode(directive).end] === "{") return null;
  const message = `"${directive.name}" needs the attribute "${name}"`;
  reportAt(scope, attribute?.range ?? rangeOfNode(directive), { rule: "story/attribute", message, hint });
  return null;
}
