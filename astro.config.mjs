import { basename } from "node:path";
import { defineConfig } from "astro/config";
import { siteModule } from "./src/load/site-module.ts";
import { cutCardFonts } from "./src/styles/card-fonts.ts";
import { subsetFonts } from "./src/styles/subset-fonts.ts";

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

/**
 * Fields of our own objects that are in no message to the worker and no file, and that no script asks of a browser's own
 * objects: in the scripts a letter stands for each, which saves some 450 bytes.
 */
const ownFields =
  /^(arrive|aspect|bandAt|bands|bars|barsLeft|barTop|below|bend|block|blockPitch|breadth|brief|column|columns|divisions|dotsEnd|dotsHeight|dotsTop|em|group|groups|item|leave|leaveTop|limit|look|loose|mark|mix|packing|paint|parting|path|pitch|placed|placements|radius|ranges|rank|remainder|rest|room|rows|runs|share|shown|spots|spread|start|starts|stay|text|thick|thickness|travel|trunkTop|tryFit|turn|underWay|used|valueWidth|whole|wholeWords|words|wordsFrom)$/;

export default defineConfig({
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  integrations: [subsetFonts(), cutCardFonts(), siteModule()],
  prerenderConflictBehavior: "error",
  // Nothing inline: the pages run under a policy that allows only their own files. They take nothing from `.env`.
  vite: {
    // A page pays for each letter of the names of its styles, typefaces and scripts, and scripts are some 200 bytes
    // lighter by Terser than by the bundler's own minifier.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { output: { assetFileNames: "_astro/[hash][extname]" } },
      minify: "terser",
      terserOptions: {
        ecma: 2022,
        toplevel: true,
        compress: { passes: 5, unsafe_arrows: true, keep_fargs: false },
        // Some have the name of a field of the browser's, too.
        mangle: { properties: { builtins: true, regex: ownFields } },
      },
    },
    envDir: false,
    experimental: { renderBuiltUrl },
    environments: {
      client: { build: { rollupOptions: { output: { entryFileNames: "_astro/[hash].js" } } } },
    },
  },
});
