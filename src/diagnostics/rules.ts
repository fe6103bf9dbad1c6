/** Every rule that a message can name, and when it is raised. The names are permanent: people look them up. */
export const rules = {
  "data/encoding": "The file is not UTF-8, or holds control characters that no text needs.",
  "data/syntax": "The CSV has broken quoting or a row of the wrong width, or is too large.",
  "data/columns": "A column is missing, unknown or there twice, or a cell that must be filled is blank.",
  "data/id": "An id is blank, malformed, too long or a reserved word.",
  "data/duplicate-id": "Two rows have the same id.",
  "data/parent": "A row is part of a figure that is not in the file, or lies too deep.",
  "data/root": "No row is the whole, or several are.",
  "data/cycle": "Figures are part of each other in a loop.",
  "data/count": "A count is not a whole number from 0 to 2^53 − 1, written in plain digits.",
  "data/sum": "The parts of a figure do not add up to it, or it has two remainders.",
  "data/units": "A figure and its parts count different things, and the story has no caveat.",
  "story/front-matter": "The front matter is malformed, or a key is missing, unknown or of the wrong type.",
  "story/file-name": "The file's name cannot be an address.",
  "story/data-file": "The story's data file is not there, or lies outside data/.",
  "story/directive": "A directive is unknown, is never closed or stands where it may not.",
  "story/attribute": "A directive's attribute is unknown or missing, or has a value that it cannot take.",
  "story/unknown-figure": "A figure is named that the data does not have.",
  "story/expression": "An expression cannot be read, divides by zero, or compares nothing where it must.",
  "story/false-claim": "The data does not bear out a claim.",
  "story/number": "A number in the prose is not bound to a figure, nor vouched for.",
  "story/comparison": "A comparison in words stands outside the directives that check it.",
  "story/scene": "A scene has no id, no text or a duplicate id, or splits or lights what is not there.",
  "story/html": "The story holds raw HTML.",
  "story/link": "A link has a scheme that is not allowed, or leads to nothing.",
  "story/image": "An image has no alternative text or no file, or an address that is not allowed.",
  "story/term": "A term is not in the glossary.",
  "story/correction":
    "A figure or a claim changed since the story was published, and no correction names it.",
  "site/config": "site.yaml is malformed, or a key is missing, unknown or of the wrong type.",
} as const;

export type RuleId = keyof typeof rules;

/** The names of the rules, in the order of the list above. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];
