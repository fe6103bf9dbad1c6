import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import { mixedUnits } from "../outcomes/tree.ts";
import type { FigureTree } from "../outcomes/types.ts";
import { report, type StoryContext } from "./context.ts";
import type { ReadFrontMatter } from "./front-matter.ts";

/** The figures that the front matter names; null where there are none to read, which is then reported. */
export function chooseFigures(
  { settings, passage }: ReadFrontMatter,
  figures: ReadonlyMap<string, FigureTree | null>,
  context: Pick<StoryContext, "file" | "diagnostics">,
): FigureTree | null {
  const name = settings.passageAt(["data"])?.text.trim();
  if (!name) return null;
  const path = name.startsWith("data/") ? name : `data/${name}`;
  const tree = figures.get(path);
  if (tree !== undefined) return tree;
  const near = nearest(path, figures.keys());
  report(context, passage, {
    rule: "story/data-file",
    ...settings.rangeAt(["data"]),
    message: explainName(name, path),
    hint: near
      ? `did you mean "${near.slice("data/".length)}"?`
      : `the files there are ${[...figures.keys()].join(", ") || "none yet"}`,
  });
  return null;
}

function explainName(name: string, path: string): string {
  const isOutside = /^[a-z]+:|^[\\/]/i.test(name) || path.split(/[\\/]/).includes("..");
  if (isOutside) return `The data file must lie in data/: ${quote(name)}`;
  return path.endsWith(".csv") ? `There is no file ${quote(path)}` : `${quote(path)} is not a CSV file`;
}

/** Reports figures of mixed units without the caveat that must then stand under every picture. */
export function checkUnits({ settings, passage }: ReadFrontMatter, context: StoryContext): void {
  const mixed = context.tree === null ? [] : mixedUnits(context.tree);
  if (settings.malformed || mixed.length === 0 || !context.tree || settings.passageAt(["caveat"])) return;
  const { file } = context.tree;
  const [{ parent, child }] = mixed;
  report(context, passage, {
    rule: "data/units",
    ...settings.rangeAt(["data"]),
    message: `The figures mix units: "${parent.id}" counts ${parent.unit}, its part "${child.id}" ${child.unit}`,
    hint: 'add a "caveat" that tells readers what that means; it stands under every picture',
    related: mixed.flatMap(({ child: { cells, id, unit } }) =>
      cells.unit ? [{ file, span: cells.unit, message: `"${id}" counts ${unit}` }] : [],
    ),
  });
}
