import { relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Plugin, ViteDevServer, WebSocketClient } from "vite";
import { siteFolders } from "./files.ts";
import { type Preview, readPreview } from "./preview.ts";
import { problemPage } from "./problem-page.ts";
import { provideSite, siteModuleId } from "./provide-site.ts";
import { provideWords, wordModuleIds } from "./provide-words.ts";

/** Editors save in several steps; what comes within this many milliseconds is one change. */
const settling = 40;

/**
 * The site while it is written, `first` as it was when the command began: read again after each change, its problems printed and sent to the open pages, which
 * are loaded again where there is something new to show. A page with errors stays as it was without them.
 */
export function previewPlugin(root: string, first: Preview): Plugin[] {
  const color = process.stdout.isTTY && process.stdout.hasColors();
  let preview = Promise.resolve(first);
  return [
    provideSite(async () => (await preview).shown),
    provideWords(async () => (await preview).shown),
    {
      name: "preview-site",
      configureServer(server) {
        let timer: NodeJS.Timeout | undefined;
        let pending = false;
        const refresh = async () => {
          const last = await preview;
          preview = readPreview(root, last, color);
          const now = await preview;
          server.ws.send("site:problems", now.problems);
          if (now.report !== last.report) console.log(`\n${now.report}\n`);
          if (pending || !isDeepStrictEqual(now.shown, last.shown)) reload(server);
          pending = false;
        };
        let refreshing = preview.then(({ report }) => console.log(`\n${report}\n`));
        server.watcher.on("all", (_event, path) => {
          const [folder] = relative(root, path).split(sep);
          if (!siteFolders.some((name) => name === folder)) return;
          pending ||= folder === "public";
          clearTimeout(timer);
          timer = setTimeout(() => {
            refreshing = refreshing.then(refresh);
          }, settling);
        });
        server.ws.on("site:ask", (_data: unknown, client: WebSocketClient) => {
          void preview.then(({ problems }) => client.send("site:problems", problems));
        });
        server.middlewares.use((request, response, next) => {
          const wantsPage = request.headers.accept?.includes("text/html") ?? false;
          if (!wantsPage) return next();
          void preview.then((now) => {
            const page = problemPage(now, request.url ?? "/");
            if (page === null) return next();
            response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
          });
        });
      },
    },
  ];
}

/** Makes the pages anew, and has the browsers load them again; they stay where the reader is. */
function reload(server: ViteDevServer): void {
  for (const { moduleGraph, hot } of Object.values(server.environments)) {
    for (const id of [siteModuleId, ...wordModuleIds]) {
      const module = moduleGraph.getModuleById(id);
      if (module) moduleGraph.invalidateModule(module);
    }
    // Astro keeps the paths of a route with their props.
    hot.send("astro:content-changed", {});
  }
  server.ws.send({ type: "full-reload" });
}
