import { type Document, visit, type YAMLError } from "yaml";

/** What is wrong in a YAML text, at offsets of its passage. */
export interface SettingsProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** What a YAML error comes down to for somebody who writes settings by hand, and the way out. */
const explanations: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    "A value with a colon and a space in it can't stand without quotation marks",
    'put the whole value in quotation marks: "…"',
  ],
  BAD_SCALAR_START: [
    "A value can't start with this character without quotation marks",
    'put the whole value in quotation marks: "…"',
  ],
  BAD_INDENT: ["This line is not indented as the lines around it", "indent with two spaces for each level"],
  TAB_AS_INDENT: ["This line is indented with a tab", "indent with spaces"],
  DUPLICATE_KEY: ["This key is here twice", "keep one of them"],
  MISSING_CHAR: [
    "Something is not closed or not ended here",
    "look for a missing colon, quotation mark or bracket",
  ],
  BAD_DQ_ESCAPE: ["A backslash means something else in double quotation marks", "write \\\\ for a backslash"],
  MULTILINE_IMPLICIT_KEY: [
    "This line has no colon, or a value runs on without being indented",
    'write "key: value", and indent the further lines of a long value',
  ],
  MULTIPLE_DOCS: ["Only one document can stand here", 'take out the second line of "---"'],
};

/** An error of the YAML parser in our words, at its place. */
export function explainYaml(error: YAMLError, document: Document, text: string): SettingsProblem {
  const [start, end] = placeOf(error, document, text);
  const [message, hint] = explanations[error.code] ?? [
    "This can't be read as YAML",
    'write "key: value", and put values with special characters in quotation marks',
  ];
  const inside = Math.min(start, Math.max(text.length - 1, 0));
  return { start: inside, end: Math.max(inside, Math.min(end, text.length)), message, hint };
}

/** Where people would look: at the whole key that is here twice, and at the quotation mark that is never closed. */
function placeOf({ code, pos: [start, end] }: YAMLError, document: Document, text: string): [number, number] {
  if (code === "DUPLICATE_KEY") return [start, start + text.slice(start).search(/\s*:|$/)];
  let place: [number, number] = [start, end];
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      const isAround = range && range[0] < start && start <= range[2];
      if (code !== "MISSING_CHAR" || !isQuoted || !isAround) return undefined;
      place = [range[0], range[0] + text.slice(range[0]).search(/\r?\n|$/)];
      return visit.BREAK;
    },
  });
  return place;
}
