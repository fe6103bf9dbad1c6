import { editDistance, nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import type { Figure, FigureTree } from "./types.ts";

/** How many figures a hint lists where none is near, and how many where several may be meant. */
const mostListed = 12;
const mostMeant = 3;

/** What to say of an id that the data doesn't have, with those that may have been meant. */
export function unknownFigure(id: string, tree: FigureTree): { message: string; hint: string } {
  const message = `There is no figure ${quote(id)} in ${tree.file}`;
  const meant = figuresMeant(id, tree);
  if (meant.length > 0) {
    const names = meant.map((figure) => `"${figure.id}"`).join(" or ");
    const rows = meant.map(({ row }) => row).join(" and ");
    return { message, hint: `did you mean ${names}? (row${meant.length > 1 ? "s" : ""} ${rows})` };
  }
  const some = [...tree.figures.keys()].slice(0, mostListed).join(", ");
  const more = tree.figures.size > mostListed ? ", …" : "";
  return { message, hint: `the figures are ${some}${more}` };
}

/** The figure whose id is nearest; or else those that have the word in their id or label, give or take a letter. */
function figuresMeant(id: string, { figures }: FigureTree): Figure[] {
  const near = figures.get(nearest(id, figures.keys()) ?? "");
  if (near) return [near];
  const word = id.toLowerCase();
  if (word.length < 4 || word.length > 100) return [];
  return [...figures.values()]
    .filter((figure) => wordsOf(figure).some((each) => isNear(each, word)))
    .slice(0, mostMeant);
}

function wordsOf({ id, label }: Figure): string[] {
  const plain = label.toLowerCase();
  return [...id.split("_"), ...(plain.match(/\p{L}+/gu) ?? []), plain.replace(/\P{L}/gu, "")];
}

function isNear(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && editDistance(a, b, 2) <= 1;
}
