import { type Document, isMap, isNode, isPair, isScalar, type Node, type Scalar } from "yaml";
import { alignOffsets, doubleQuotedEscape, singleQuotedEscape } from "./alignment.ts";
import type { Range } from "./directive-parts.ts";
import { decodedFrom, type Passage } from "./passage.ts";

/** Where the key at a path stands. */
export function keyRange(document: Document, path: readonly PropertyKey[]): Range {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return { start: 0, end: 0 };
  const pair = parent.items.find(
    (item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
  );
  const range = isPair(pair) && isNode(pair.key) ? pair.key.range : null;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** Where the value at a path stands; where there is none, its key, or the nearest that there is around it. */
export function rangeAt(document: Document, path: readonly PropertyKey[], length: number): Range {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    const range = isNode(node) ? (node as Node).range : null;
    if (range && range[1] > range[0]) return { start: range[0], end: range[1] };
    if (document.hasIn(path.slice(0, depth))) return keyRange(document, path.slice(0, depth));
  }
  return { start: 0, end: Math.min(length, document.contents?.range?.[1] ?? 0) };
}

/** The text of the scalar at a path, connected to the file; null where there is none. */
export function scalarPassage(
  document: Document,
  path: readonly PropertyKey[],
  passage: Passage,
): Passage | null {
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return null;
  const source = passage.text.slice(0, node.range[1]);
  const text = node.value;
  return decodedFrom(passage, text, alignOffsets(text, source, firstOffset(node, source), escapeOf(node)));
}

/** Where the text of a scalar starts: after its quotation mark, or after the line of its `|` or `>`. */
function firstOffset(node: Scalar, source: string): number {
  const start = node.range?.[0] ?? 0;
  if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") return start + 1;
  if (node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED") return start;
  const lineEnd = source.indexOf("\n", start);
  return lineEnd < 0 ? start : lineEnd + 1;
}

function escapeOf(node: Scalar): RegExp | null {
  if (node.type === "QUOTE_DOUBLE") return doubleQuotedEscape;
  return node.type === "QUOTE_SINGLE" ? singleQuotedEscape : null;
}
