import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defaultLocale, folderFor } from "../language/languages.ts";
import type { ShownSite } from "./last-good.ts";

/** What the scripts import, and the files of a language's folder that stand behind it. */
const files: ReadonlyMap<string, string> = new Map([
  ["virtual:words/stage", "stage-words.ts"],
  ["virtual:words/exit", "exit-words.ts"],
]);

/** The ids of the modules in Vite's graphs. */
export const wordModuleIds: readonly string[] = [...files.keys()].map((name) => `\0${name}`);

/**
 * What the page's scripts say, in the language of the site alone: `import { words } from "virtual:words/exit"`. So a
 * reader loads no other, and the page carries none of it.
 */
export function provideWords(read: () => Promise<ShownSite>): Plugin {
  return {
    name: "provide-words",
    resolveId: (id) => (files.has(id) ? `\0${id}` : null),
    async load(id) {
      const file = files.get(id.slice(1));
      if (!wordModuleIds.includes(id) || file === undefined) return null;
      const { site } = await read();
      const folder = folderFor(site?.locale ?? defaultLocale);
      const path = fileURLToPath(new URL(`../language/${folder}/${file}`, import.meta.url));
      return `export { words } from ${JSON.stringify(path)};`;
    },
  };
}
