/** What assistive technology is told of a page, in ARIA's terms: parts, and the text between them. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  /** What else is said of it: a level, `expanded`, a value in brackets. */
  readonly states: readonly string[];
  readonly content: readonly Content[];
}

export type Content = Accessible | string;

/** What has no meaning of its own: what is in it stands in its place. */
const transparent = new Set(["generic", "none", "rowgroup"]);
/** What stands in a line of text. */
const inline = new Set(["link", "button", "radio", "option"]);
/** What is called by what is in it. */
const calledByContent = new Set(["button", "heading", "link", "option"]);
/** What has no name in ARIA, whatever an engine calls it. */
const nameless = new Set(["cell", "definition", "listitem", "paragraph", "term"]);
/** What says nothing if nothing is in it. */
const hollow = new Set(["paragraph", "list", "group", "caption"]);

/**
 * The order in which a page is read, one part a line: what is in a part stands below it, further in; a line of text
 * stays one, with its links and buttons in brackets.
 */
export function writeTree(page: Accessible): string {
  return `${tidy(page.content)
    .flatMap((part) => writePart(part))
    .join("\n")}\n`;
}

function writePart(part: Content, depth = 0): string[] {
  const indent = "  ".repeat(depth);
  if (typeof part === "string") return [`${indent}${part}`];
  const { role, name, states, content } = part;
  const head = [role, ...states, ...(name ? [`“${name}”`] : [])].join(" ");
  const isLine = content.every(
    (inner) => typeof inner === "string" || (inline.has(inner.role) && inner.content.length === 0),
  );
  if (content.length === 0) return [`${indent}${head}`];
  if (isLine)
    return [
      `${indent}${head}: ${content
        .map(writeInline)
        .join(" ")
        .replace(/ (?=[,.;:])/g, "")}`,
    ];
  return [`${indent}${head}`, ...content.flatMap((inner) => writePart(inner, depth + 1))];
}

function writeInline(part: Content): string {
  return typeof part === "string" ? part : `[${writePart(part).join(" ")}]`;
}

/** Leaves out what has no meaning, what is said twice, and joins texts. */
function tidy(content: readonly Content[]): Content[] {
  const tidied = content.flatMap((part): Content[] => {
    if (typeof part === "string") return [part];
    const inner = tidy(part.content);
    if (transparent.has(part.role)) return inner;
    if (hollow.has(part.role) && inner.length === 0) return [];
    const words = clean(textOf(inner));
    const name = nameless.has(part.role) ? "" : clean(part.name);
    if (name !== "" && name !== words) return [{ ...part, name, content: inner }];
    // It is called what is in it: that is said once.
    const isPlain = inner.every((piece) => typeof piece === "string");
    return calledByContent.has(part.role) && isPlain
      ? [{ ...part, name: words, content: [] }]
      : [{ ...part, name: "", content: inner }];
  });
  const joined: Content[] = [];
  for (const part of tidied) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = `${last} ${part}`;
    else joined.push(part);
  }
  return joined.map((part) => (typeof part === "string" ? clean(part) : part)).filter((part) => part !== "");
}

/**
 * What one text has and another doesn't, line by line in their order: `-` before what is gone, `+` before what has come.
 */
export function compareLines(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => text.split("\n"));
  // The lengths of the longest common sequences of what follows two lines.
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i][j] =
        old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [goes, comes] = [old.at(i), now.at(j)];
    if (goes === comes) {
      i++;
      j++;
    } else if (comes === undefined || (goes !== undefined && common[i + 1][j] >= common[i][j + 1])) {
      lines.push(`- ${goes}`);
      i++;
    } else {
      lines.push(`+ ${comes}`);
      j++;
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}

function textOf(content: readonly Content[]): string {
  return content
    .map((part) => (typeof part === "string" ? part : part.name || textOf(part.content)))
    .join(" ");
}

/** Without line breaks, and marks that join words. */
function clean(text: string): string {
  return text
    .replaceAll("\u2060", "")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:])/g, "")
    .trim();
}
