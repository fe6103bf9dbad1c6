import type { Figure, FigureTree } from "./types.ts";

/** The figure of that id. Throws a RangeError where there is none: check ids that people wrote first. */
export function figureOf(tree: FigureTree, id: string): Figure {
  const figure = tree.figures.get(id);
  if (figure === undefined) throw new RangeError(`There is no figure "${id}" in ${tree.file}`);
  return figure;
}

/** The parts of a figure, in the order of the file. Together they are the figure, unless there are none. */
export function partsOf(tree: FigureTree, id: string): Figure[] {
  return figureOf(tree, id).children.map((child) => figureOf(tree, child));
}

/** The figure itself and all that it is part of, up to the root. */
export function lineage(tree: FigureTree, id: string): Figure[] {
  const figures = [figureOf(tree, id)];
  for (let { parent } = figures[0]; parent !== null; parent = figureOf(tree, parent).parent) {
    figures.push(figureOf(tree, parent));
  }
  return figures;
}

/**
 * The kind of a figure: its own, or that of the nearest figure that it is part of.
 * A remainder without a kind has none, nor have its parts: nobody has said what became of them.
 */
export function kindOf(tree: FigureTree, id: string): string | null {
  const decisive = lineage(tree, id).find((figure) => figure.kind !== null || figure.derived);
  return decisive?.kind ?? null;
}

/** Whether a figure is a remainder without a kind of its own, and so drawn as rings. */
export function isHollow(tree: FigureTree, id: string): boolean {
  const { derived, kind } = figureOf(tree, id);
  return derived && kind === null;
}

/** Whether a figure is another, or a part of it at any depth. */
export function isPartOf(tree: FigureTree, id: string, ancestor: string): boolean {
  return lineage(tree, id).some((figure) => figure.id === ancestor);
}

/** How the count of a remainder is worked out: what it is a part of, less the other parts. Null for any other figure. */
export function subtractionOf(tree: FigureTree, id: string): { whole: number; others: number } | null {
  const { derived, parent, count } = figureOf(tree, id);
  if (!derived || parent === null) return null;
  const whole = figureOf(tree, parent).count;
  return { whole, others: whole - count };
}

/** The figures whose unit is not that of the figure they are part of, in the order of the file. */
export function mixedUnits(tree: FigureTree): { readonly parent: Figure; readonly child: Figure }[] {
  return [...tree.figures.values()].flatMap((child) => {
    const parent = child.parent === null ? null : figureOf(tree, child.parent);
    return parent === null || parent.unit === child.unit ? [] : [{ parent, child }];
  });
}
