import type { ElementContent, RootContent } from "hast";

/** The characters that a story's texts set, by the style in which the page sets them. */
export interface Letters {
  readonly regular: ReadonlySet<string>;
  readonly bold: ReadonlySet<string>;
  readonly italic: ReadonlySet<string>;
}

/** Letters that are being collected. */
export type LetterSets = Readonly<Record<keyof Letters, Set<string>>>;

const boldElements = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "strong", "b"]);
const italicElements = new Set(["em", "i", "cite"]);

export function noLetters(): LetterSets {
  return { regular: new Set(), bold: new Set(), italic: new Set() };
}

/** Adds the characters of some markup. Regular ones are there for all of it: a reader's own style may set it so. */
export function collectLetters(
  nodes: readonly (ElementContent | RootContent)[],
  letters: LetterSets,
  styles: ReadonlySet<keyof Letters> = new Set(["regular"]),
): void {
  for (const node of nodes) {
    if (node.type === "text") {
      for (const style of styles) for (const character of node.value) letters[style].add(character);
    } else if (node.type === "element") {
      const style = boldElements.has(node.tagName) ? "bold" : italicElements.has(node.tagName) && "italic";
      collectLetters(node.children, letters, style ? new Set([...styles, style]) : styles);
    }
  }
}
