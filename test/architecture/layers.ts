import type { Import } from "./imports.ts";

/**
 * Which room of src/ may import which, its own aside. A room is a folder, or a folder or a file in one, the latter
 * without its ending: the innermost that has a line counts. A name allows all that lies in it, `type:` its types only.
 * The table allows what is needed and no more.
 */
export const layers: Record<string, readonly string[]> = {
  diagnostics: [],
  outcomes: ["diagnostics"],
  language: ["outcomes/counts", "outcomes/shares", "outcomes/plain-ratio", "type:outcomes"],
  story: ["diagnostics", "outcomes", "type:language", "language/en-GB/operators"],
  "stage/types": ["type:story"],
  "stage/numbers": [],
  "stage/words": ["type:stage/types", "stage/numbers"],
  "stage/groups": ["type:stage/types", "stage/numbers", "stage/words"],
  "stage/motion": ["type:stage/types", "stage/numbers", "stage/groups"],
  "stage/arrangements": [
    ...["type:story", "type:stage/types", "stage/numbers", "stage/words", "stage/groups", "stage/motion"],
  ],
  "stage/layout": ["type:stage/types", "stage/groups", "stage/motion", "stage/arrangements"],
  "stage/transition": [
    ...["type:stage/types", "stage/groups", "stage/motion"],
    ...["type:stage/arrangements", "type:stage/layout"],
  ],
  "stage/draw": [
    ...["outcomes/tree", "type:outcomes"],
    ...["type:stage/types", "stage/words", "stage/motion", "type:stage/transition"],
  ],
  "stage/page": [
    ...["type:stage/types", "stage/groups", "stage/motion"],
    ...["stage/layout", "stage/transition", "stage/draw"],
  ],
  views: [
    ...["type:diagnostics", "outcomes", "type:language", "story"],
    ...["stage/groups", "type:stage/types", "stage/draw/hue", "stage/draw/palette"],
  ],
  charts: ["outcomes", "type:language", "stage/draw/hue", "type:story", "views/naming"],
  publish: ["outcomes/tree", "type:outcomes", "language", "story/page-ids", "type:story", "views"],
  load: ["diagnostics", "outcomes", "language/languages", "story", "views/ledger", "publish/outputs"],
  cards: ["diagnostics", "language", "type:story", "stage", "views/picture", "publish/xml"],
  styles: ["outcomes", "language", "type:story", "type:load"],
  browser: ["type:diagnostics", "type:views", "stage/page", "type:stage/types"],
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

/** What is wrong with an import between rooms of src/, in words; null if nothing is. */
export function judgeImport(found: Import): string | null {
  const { from, to, line, typeOnly } = found;
  if (!from.startsWith("src/") || !to.startsWith("src/")) return null;
  const importer = roomOf(from);
  if (importer === null) return `${from} has no place in the table of test/architecture/layers.ts`;
  if (importer === roomOf(to)) return null;
  const allowed = layers[importer];
  if (allowed.some((name) => allows(name, found))) return null;
  const what = typeOnly ? "types of " : "";
  return `${from}:${line} imports ${what}${to}; ${importer} may import ${allowed.join(", ") || "nothing"}`;
}

/** The entries of the table that allow what no import needs, in words: `views may import type:load`. */
export function findNeedless(imports: readonly Import[]): string[] {
  return Object.entries(layers).flatMap(([importer, allowed]) => {
    const own = imports.filter(({ from, to }) => roomOf(from) === importer && roomOf(to) !== importer);
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
  return isWithin(insideSource(to), name.replace("type:", ""));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** `stage/draw` of `src/stage/draw/svg.ts`; null for what the table has no line for. */
function roomOf(path: string): string | null {
  const rooms = Object.keys(layers).filter((room) => isWithin(insideSource(path), room));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

function insideSource(path: string): string {
  return path.replace(/^src\//, "").replace(/\.ts$/, "");
}
