import { serialize } from "node:v8";
import type { Plugin } from "vite";
import type { ShownSite } from "./last-good.ts";

const name = "virtual:site";

/** The id of the module in Vite's graphs. */
export const siteModuleId = `\0${name}`;

/** The site as a module that the pages import: `import { site, stories } from "virtual:site"`. */
export function provideSite(read: () => Promise<ShownSite>): Plugin {
  return {
    name: "provide-site",
    resolveId: (id) => (id === name ? siteModuleId : null),
    async load(id) {
      if (id !== siteModuleId) return null;
      const { site, stories } = await read();
      // Stories hold maps, which JSON does not know.
      const bytes = serialize({ site, stories }).toString("base64");
      return `import { deserialize } from "node:v8";
export const { site, stories } = deserialize(Buffer.from("${bytes}", "base64"));`;
    },
  };
}
