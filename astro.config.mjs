import { basename } from "node:path";
import { defineConfig } from "astro/config";
import { cutCardFonts } from "./src/cards/card-fonts.ts";

/**
 * Scripts and styles name their neighbours by relative address, so that the built site works under any path.
 * Only the address of a style's neighbour can be given while rendering pages (Vite falls back to an absolute
 * one there); both lie in one folder. The pages' own addresses are made relative after the build
 * (src/cli/readdress.ts).
 */
function renderBuiltUrl(file, { hostType, ssr }) {
  if (hostType === "css") return basename(file);
  return ssr ? undefined : { relative: true };
}

export default defineConfig({
  output: "static",
  trailingSlash: "always",
  build: { format: "directory" },
  devToolbar: { enabled: false },
  // The commands add what depends on the content: see src/cli/build-pages.ts and src/cli/dev.ts.
  integrations: [cutCardFonts()],
  prerenderConflictBehavior: "error",
  // No file inline but what the policy names: see src/publish/policy.ts. The pages take nothing from `.env`.
  vite: {
    // A page pays for each letter of the names of its styles and typefaces.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { output: { assetFileNames: "_astro/[hash][extname]" } },
    },
    worker: {
      format: "es",
      rolldownOptions: { output: { entryFileNames: "_astro/[hash].js", minify: true } },
    },
    envDir: false,
    experimental: { renderBuiltUrl },
    environments: {
      client: { build: { rollupOptions: { output: { entryFileNames: "_astro/[hash].js" } } } },
    },
  },
});
