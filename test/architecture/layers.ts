import type { Import } from "./imports.ts";

/**
 * Which folder of src/ may import which, its own aside. A name is a folder or, more exactly, a folder or a file in it,
 * without its ending; `type:` allows its types only. It allows what is needed and no more.
 */
export const layers: Record<string, readonly string[]> = {
  diagnostics: [],
  outcomes: ["diagnostics"],
  language: ["outcomes/counts", "outcomes/shares", "outcomes/plain-ratio", "type:outcomes"],
  story: ["diagnostics", "outcomes", "type:language", "language/en-GB/operators"],
  stage: ["outcomes/tree", "type:outcomes", "type:story"],
  views: [
    ...["type:diagnostics", "outcomes", "type:language", "story"],
    ...["stage/groups", "stage/arrangements", "type:stage/types", "stage/draw/hue", "stage/draw/palette"],
  ],
  charts: ["outcomes", "type:language", "stage/draw/hue", "type:story", "views/naming"],
  publish: ["outcomes/tree", "type:outcomes", "language", "story/page-ids", "type:story", "views"],
  load: ["diagnostics", "outcomes", "language/languages", "story", "views/ledger", "publish/outputs"],
  cards: ["diagnostics", "language", "type:story", "stage", "views/picture", "publish/xml"],
  styles: ["outcomes", "language", "type:story", "type:load"],
  browser: ["type:diagnostics", "type:views", "stage/page", "type:stage/types", "styles"],
  components: [
    "language",
    "story",
    "type:stage/types",
    "stage/layout",
    "stage/draw/svg",
    "views",
    "charts",
    "publish",
  ],
  layouts: ["language", "story", "views", "publish", "styles", "browser", "components"],
  pages: ["language", "publish/text-files", "cards", "components", "layouts"],
  cli: ["diagnostics", "load", "publish", "styles/subset-fonts"],
};

/** What is wrong with an import between folders of src/, in words; null if nothing is. */
export function judgeImport(found: Import): string | null {
  const { from, to, line, typeOnly } = found;
  const [importer, imported] = [folderOf(from), folderOf(to)];
  if (!importer || !imported || importer === imported) return null;
  const allowed = layers[importer];
  if (!allowed) return `${from}: src/${importer}/ has no place in the table of test/architecture/layers.ts`;
  if (allowed.some((name) => allows(name, found))) return null;
  const what = typeOnly ? "types of " : "";
  return `${from}:${line} imports ${what}${to}; ${importer} may import ${allowed.join(", ") || "nothing"}`;
}

/** The entries of the table that allow what no import needs, in words: `views may import type:load`. */
export function findNeedless(imports: readonly Import[]): string[] {
  return Object.entries(layers).flatMap(([importer, allowed]) => {
    const own = imports.filter(({ from, to }) => folderOf(from) === importer && folderOf(to) !== importer);
    const isNeeded = (name: string) =>
      own.some((found) => {
        const others = allowed.filter((other) => other !== name && !isWithin(name, other));
        return allows(name, found) && !others.some((other) => allows(other, found));
      });
    return allowed.filter((name) => !isNeeded(name)).map((name) => `${importer} may import ${name}`);
  });
}

function allows(name: string, { to, typeOnly }: Import): boolean {
  if (name.startsWith("type:") && !typeOnly) return false;
  return isWithin(to.replace(/^src\//, "").replace(/\.ts$/, ""), name.replace("type:", ""));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** `stage` of `src/stage/draw/svg.ts`; null for what is not in a folder of src/. */
function folderOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}
