import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { ShownSite } from "./last-good.ts";
import type { Preview } from "./preview.ts";
import { previewPlugin } from "./preview-plugin.ts";
import { provideSite } from "./provide-site.ts";
import { provideWords } from "./provide-words.ts";

/** Gives the pages the site as the module `virtual:site`, and the scripts its words. */
export function siteModule(site: ShownSite): AstroIntegration {
  return {
    name: "site-module",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const read = () => Promise.resolve(site);
        // Scripts are bundled with plugins of their own.
        const worker = { plugins: () => [provideWords(read)] };
        updateConfig({ vite: { plugins: [provideSite(read), provideWords(read)], worker } });
      },
    },
  };
}

/** The same while the site is written: read anew after each change, its problems shown over the page. */
export function previewModule(first: Preview): AstroIntegration {
  return {
    name: "site-module",
    hooks: {
      "astro:config:setup": ({ config, updateConfig, injectScript }) => {
        updateConfig({ vite: { plugins: previewPlugin(fileURLToPath(config.root), first) } });
        injectScript("page", 'import "/src/browser/problems.ts";');
      },
    },
  };
}
