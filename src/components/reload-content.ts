import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";

/** Reloads the preview when a story, its figures or the site's settings change. */
function reloadPlugin(folders: readonly string[]): Plugin {
  return {
    name: "reload-content",
    apply: "serve",
    configureServer(server) {
      server.watcher.add([...folders]);
      server.watcher.on("all", (_event, path) => {
        if (!folders.some((folder) => path.startsWith(folder + sep))) return;
        // Astro keeps the paths and props of a page for as long as its module lives.
        for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
        server.ws.send({ type: "full-reload" });
      });
    },
  };
}

/** Content and data are read by the pages, not imported by them: so that Vite hears of changes, it is told. */
export function reloadContent(): AstroIntegration {
  return {
    name: "reload-content",
    hooks: {
      "astro:config:setup": ({ config, updateConfig }) => {
        const folders = ["content", "data"].map((folder) => resolve(fileURLToPath(config.root), folder));
        updateConfig({ vite: { plugins: [reloadPlugin(folders)] } });
      },
    },
  };
}
