import { relative, sep } from "node:path";
import type { Plugin } from "vite";
import { formatTerminal } from "../diagnostics/terminal.ts";
import { readFiles, siteFolders } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { hasColors } from "./report.ts";

/** Editors save in several steps; what comes within this many milliseconds is one change. */
const settling = 50;

/** While a story is being written, prints what `check` would, whenever that changes. */
export function liveProblems(root: string): Plugin {
  return {
    name: "live-problems",
    apply: "serve",
    configureServer({ watcher }) {
      let timer: NodeJS.Timeout | undefined;
      let printed = "";
      const check = async () => {
        const { diagnostics } = loadSite(await readFiles(root));
        const report = formatTerminal(diagnostics, { color: hasColors(process.stdout) });
        if (report !== printed) console.log(`\n${report}\n`);
        printed = report;
      };
      watcher.on("all", (_event, path) => {
        const [folder] = relative(root, path).split(sep);
        if (!siteFolders.some((name) => name === folder)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void check().catch(console.error), settling);
      });
      check().catch(console.error);
    },
  };
}
