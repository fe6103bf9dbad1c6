import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { formatTerminal } from "../diagnostics/terminal.ts";
import { readFiles } from "./files.ts";
import type { ShownSite } from "./last-good.ts";
import { previewPlugin } from "./preview-plugin.ts";
import { provideSite } from "./provide-site.ts";
import { loadSite } from "./site.ts";

/** Gives the pages the site as the module `virtual:site`: read once for a build, and while it is written, after each change. */
export function siteModule(): AstroIntegration {
  return {
    name: "site-module",
    hooks: {
      "astro:config:setup": ({ config, command, updateConfig, injectScript }) => {
        const root = fileURLToPath(config.root);
        const preview = command === "dev";
        updateConfig({
          vite: { plugins: preview ? previewPlugin(root) : [provideSite(() => readSite(root))] },
        });
        if (preview) injectScript("page", 'import "/src/browser/problems.ts";');
      },
    },
  };
}

/** The site below a root. Rejects with all the problems where there is an error: no page is made from a faulty story. */
export async function readSite(root: string): Promise<ShownSite> {
  const { site, stories, diagnostics } = loadSite(await readFiles(root));
  if (diagnostics.some(({ severity }) => severity === "error")) {
    throw new Error(`The content has errors\n${formatTerminal(diagnostics, { color: false })}`);
  }
  return { site, stories };
}
