import { type Document, isMap, isScalar, parseDocument, visit, type YAMLError } from "yaml";
import type { z } from "zod";
import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Range } from "./directive-parts.ts";
import type { Passage } from "./passage.ts";
import { explainYaml, type SettingsProblem } from "./yaml-errors.ts";
import { keyRange, rangeAt, scalarPassage } from "./yaml-places.ts";

export type Path = readonly PropertyKey[];

/** A YAML text that was read against a schema. */
export interface Settings<T> {
  /** Null where there are problems. */
  readonly value: T | null;
  readonly problems: readonly SettingsProblem[];
  /** Whether the text is no YAML at all. What the functions below find in it may be incomplete. */
  readonly malformed: boolean;
  /** The text of the scalar at a path, connected to the file; null where there is none. */
  readonly passageAt: (path: Path) => Passage | null;
  /** Where the value at a path stands; where there is none, the nearest that there is around it. */
  readonly rangeAt: (path: Path) => Range;
}

/** The place of what is wrong with a text as a whole. */
export const textStart: Range = { start: 0, end: 0 };

/** Reads YAML: all that is malformed, missing, unknown or of the wrong type, each at its own place. */
export function readSettings<T>(passage: Passage, schema: z.ZodType<T>): Settings<T> {
  const document = parseDocument(passage.text, { prettyErrors: false });
  const placeOf = (path: Path) => (document.errors.length > 0 ? strayPath(document.contents, path) : path);
  const rangeOf = (path: Path) => rangeAt(document, placeOf(path), passage.text.length);
  const passageAt = (path: Path) => scalarPassage(document, placeOf(path), passage);
  const failed = (problems: readonly SettingsProblem[], malformed: boolean) => ({
    value: null,
    problems,
    malformed,
    passageAt,
    rangeAt: rangeOf,
  });
  const [twice, malformed] = partition([...document.errors, ...document.warnings]);
  // What follows the first error of a parser is mostly its own confusion.
  const errors = [...twice, ...malformed.slice(0, 1)];
  if (errors.length > 0)
    return failed(
      errors.map((error) => explainYaml(error, document, passage.text)),
      true,
    );
  const alias = findAlias(document);
  if (alias) return failed([alias], true);
  const result = schema.safeParse(document.contents === null ? {} : document.toJS());
  if (result.success)
    return { value: result.data, problems: [], malformed: false, passageAt, rangeAt: rangeOf };
  const problems = result.error.issues.flatMap((issue) => explainIssue(issue, document, schema, rangeOf));
  return failed(problems, false);
}

/**
 * Where a path has got to in malformed YAML: a value with a colon in it takes the keys that follow it for its own. The
 * path itself where it isn't there at all.
 */
function strayPath(node: unknown, path: Path): Path {
  const [key] = path;
  if (!isMap(node) || node.has(key)) return path;
  for (const { key: above, value } of node.items) {
    const found = strayPath(value, path);
    const isFound = isMap(value) && value.hasIn(found);
    if (isFound && isScalar(above)) return [String(above.value), ...found];
  }
  return path;
}

/** Keys that are there twice, and all other errors. */
function partition(errors: readonly YAMLError[]): [YAMLError[], YAMLError[]] {
  const isTwice = ({ code }: YAMLError) => code === "DUPLICATE_KEY";
  return [errors.filter(isTwice), errors.filter((error) => !isTwice(error))];
}

/** The first `*alias`: settings need none, and a few of them can stand for any amount of text. */
function findAlias(document: Document): SettingsProblem | null {
  let found: SettingsProblem | null = null;
  visit(document, {
    Alias(_, { range, source }) {
      const [start, end] = range ?? [0, 0];
      found = {
        start,
        end,
        message: `A value can't start with ${quote(`*${source}`)}`,
        hint: 'put it in quotation marks: "…"',
      };
      return visit.BREAK;
    },
  });
  return found;
}

function explainIssue(
  issue: z.core.$ZodIssue,
  document: Document,
  schema: z.ZodType,
  rangeOf: Settings<unknown>["rangeAt"],
): SettingsProblem[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => unknownKey(key, known, keyRange(document, [...issue.path, key])));
  }
  const name = issue.path.filter((part) => typeof part === "string").join(".");
  const missing = issue.code === "invalid_type" && !document.hasIn(issue.path);
  if (missing) {
    const range = placeOfMissing(issue.path.slice(0, -1), document, rangeOf);
    return [
      { ...range, message: `${quote(name)} is missing`, hint: `add a line "${lastKey(issue.path)}: …"` },
    ];
  }
  const [problem, hint = "see the story format"] = issue.message.split("\n");
  return [{ ...rangeOf(issue.path), message: `${name ? quote(name) : "This"} ${problem}`, hint }];
}

/** Where something is missing: the key that it belongs under, the item of a list, or the start of the text. */
function placeOfMissing(parent: Path, document: Document, rangeOf: Settings<unknown>["rangeAt"]): Range {
  if (parent.length === 0) return textStart;
  return typeof parent.at(-1) === "number" ? rangeOf(parent) : keyRange(document, parent);
}

function unknownKey(key: string, known: readonly string[], range: Range): SettingsProblem {
  const near = nearest(key, known);
  const hint = near ? `did you mean "${near}"?` : `the keys here are ${known.join(", ")}`;
  return { ...range, message: `There is no key ${quote(key)}`, hint };
}

function lastKey(path: Path): string {
  return String(path.findLast((part) => typeof part === "string") ?? "");
}

/** The keys that the schema has at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  const inner = path.reduce<unknown>((at, part) => {
    const { shape, element } = unwrapped(at);
    return typeof part === "number" ? element : shape?.[String(part)];
  }, schema);
  return Object.keys(unwrapped(inner).shape ?? {});
}

/** An object or array schema, without the "optional" around it. */
function unwrapped(schema: unknown): { shape?: Record<string, unknown>; element?: unknown } {
  let inner = schema as { unwrap?: () => unknown; element?: unknown; shape?: Record<string, unknown> };
  while (inner?.unwrap && !inner.element) inner = inner.unwrap() as typeof inner;
  return inner ?? {};
}
