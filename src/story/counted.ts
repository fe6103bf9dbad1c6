import type { Expression, Node } from "../outcomes/expression-types.ts";
import { figuresIn } from "../outcomes/expression.ts";
import type { FigureTree } from "../outcomes/types.ts";

/**
 * The figures whose dots a sum counts: for `reports - undescribed` all the parts of the whole but the one.
 * Where a sum counts some dots twice, or takes away what it hasn't, no dots show that: then the figures
 * that it names. The sum's figures must be in the tree.
 */
export function countedFigures(sum: Expression, tree: FigureTree): string[] {
  const times = timesCounted(sum.node, tree);
  const leaves = [...tree.figures.values()].filter(({ children }) => children.length === 0);
  const isCounted = ({ id }: { id: string }) => times(id) === 1;
  if (leaves.some((leaf) => !isCounted(leaf) && times(leaf.id) !== 0)) return figuresIn(sum);
  const whole = new Set(leaves.filter(isCounted).map(({ id }) => id));
  for (const { id, children } of [...tree.figures.values()].sort((a, b) => b.depth - a.depth)) {
    if (children.length > 0 && children.every((child) => whole.has(child))) whole.add(id);
  }
  const widest = [...tree.figures.values()].filter(
    ({ id, parent }) => whole.has(id) && !whole.has(parent ?? ""),
  );
  const named = figuresIn(sum);
  return widest.map(({ id }) => id).sort((a, b) => place(named, a) - place(named, b));
}

/** How often a sum counts the dots of a figure. */
function timesCounted(node: Node, tree: FigureTree): (id: string) => number {
  const terms = new Map<string, number>();
  collectTerms(node, 1, terms);
  return (id) => {
    let times = 0;
    for (let at: string | null = id; at !== null; at = tree.figures.get(at)?.parent ?? null) {
      times += terms.get(at) ?? 0;
    }
    return times;
  };
}

function collectTerms(node: Node, sign: number, terms: Map<string, number>): void {
  if (node.type === "figure") terms.set(node.id, (terms.get(node.id) ?? 0) + sign);
  if (node.type !== "arithmetic") return;
  collectTerms(node.left, sign, terms);
  collectTerms(node.right, node.operator === "-" ? -sign : sign, terms);
}

/** Those that the sum names come first, in its order; the others keep that of the file. */
function place(named: readonly string[], id: string): number {
  return named.includes(id) ? named.indexOf(id) : named.length;
}
