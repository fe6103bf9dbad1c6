import { relative, sep } from "node:path";
import type { AstroUserConfig } from "astro";
import { formatTerminal } from "../diagnostics/terminal.ts";
import { readFiles, siteFolders } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { hasColors } from "./report.ts";

type Plugin = NonNullable<NonNullable<AstroUserConfig["vite"]>["plugins"]>[number];

/** Editors save in several steps; what comes within this many milliseconds is one change. */
const settling = 50;

/**
 * While writing, whatever changes in the site's folders is checked again, the problems are printed, and the
 * open pages reload: they show the change, or the first error in its place.
 */
export function liveContent(root: string): Plugin {
  return {
    name: "accounted:live-content",
    configureServer({ hot, watcher }) {
      let timer: NodeJS.Timeout | undefined;
      let printed = "";
      const check = async () => {
        const { diagnostics } = loadSite(await readFiles(root));
        const report = formatTerminal(diagnostics, { color: hasColors(process.stdout) });
        if (report !== printed) console.log(`\n${report}\n`);
        printed = report;
      };
      const refresh = async () => {
        await check();
        hot.send({ type: "full-reload" });
      };
      watcher.on("all", (_event, path) => {
        const [folder] = relative(root, path).split(sep);
        if (!siteFolders.some((name) => name === folder)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void refresh().catch(console.error), settling);
      });
      check().catch(console.error);
    },
  };
}
