import type { Import } from "./imports.ts";

/**
 * Which folder of src/ may import which, its own aside. A name is a folder or, more exactly, a file in it without
 * its ending; `type:` allows its types only.
 */
export const layers: Record<string, readonly string[]> = {
  diagnostics: [],
  outcomes: ["diagnostics"],
  story: ["diagnostics", "outcomes"],
  flow: ["outcomes", "type:story"],
  scroll: [],
  draw: ["outcomes", "flow"],
  charts: ["outcomes", "draw/hue", "type:story"],
  load: ["diagnostics", "outcomes", "story", "flow"],
  publish: ["diagnostics", "outcomes", "story", "flow", "scroll", "draw", "charts"],
  browser: ["flow", "scroll", "draw/canvas", "draw/palette", "type:outcomes", "type:diagnostics"],
  styles: ["load", "type:story", "story/dates"],
  components: [
    "diagnostics",
    "outcomes",
    "story",
    "flow",
    "draw",
    "charts",
    "load",
    "publish",
    "browser",
    "styles",
  ],
  layouts: ["story", "draw", "charts", "load", "publish", "components", "browser", "styles"],
  pages: ["story", "draw", "charts", "load", "publish", "components", "layouts", "browser", "styles"],
  cli: ["diagnostics", "load", "publish"],
};

/** What is wrong with an import between folders of src/, in words; null if nothing is. */
export function judgeImport({ from, to, line, typeOnly }: Import): string | null {
  const [importer, imported] = [folderOf(from), folderOf(to)];
  if (!importer || !imported || importer === imported) return null;
  const allowed = layers[importer];
  if (!allowed) return `${from}: src/${importer}/ has no place in the table of test/architecture/layers.ts`;
  const module = to.replace(/^src\//, "").replace(/\.ts$/, "");
  const names = [imported, module, ...(typeOnly ? [`type:${imported}`, `type:${module}`] : [])];
  if (names.some((name) => allowed.includes(name))) return null;
  const what = typeOnly ? "types of " : "";
  return `${from}:${line} imports ${what}${to}; ${importer} may import ${allowed.join(", ") || "nothing"}`;
}

/** `flow` of `src/flow/above.ts`; null for what is not in a folder of src/. */
function folderOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}
