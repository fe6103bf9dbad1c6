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
 * Fields of our own objects that are in no file, and that no script asks of a browser's own objects: in the scripts a
 * letter stands for each, which saves some 500 bytes. Page and worker run the same script, so their messages may have them.
 */
const ownFields =
  /^(arrive|aspect|bandAt|bands|bars|barsLeft|barTop|begins|below|bend|block|blockPitch|boxes|breadth|brief|cardTop|column|columns|destroy|dimDot|divisions|dotsEnd|dotsHeight|dotsTop|element|em|ends|figures|follow|glides|group|groups|hide|hues|item|labels|gathers|journey|journeys|leads|leave|leaveTop|light|limit|line|lines|lit|look|loose|mark|mix|packing|paint|palette|paper|parting|path|pitch|place|placed|placements|position|progress|radius|ranges|rank|remainder|request|rest|room|rows|runs|seek|sequence|share|sharpness|show|shown|spots|spread|start|starts|stay|steer|steered|text|thick|thickness|touch|touched|travel|trunkTop|tryFit|turn|underWay|used|valueWidth|view|whole|wholeWords|words|wordsFrom)$/;

export default defineConfig({
  output: "static",
  trailingSlash: "always",
  build: { format: "directory" },
  devToolbar: { enabled: false },
  integrations: [subsetFonts(), cutCardFonts(), siteModule()],
  prerenderConflictBehavior: "error",
  // No file inline but what the policy names: see src/publish/policy.ts. The pages take nothing from `.env`.
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
        compress: { passes: 5, unsafe_arrows: true, keep_fargs: false, comparisons: false },
        // Some have the name of a field of the browser's, too.
        mangle: { properties: { builtins: true, regex: ownFields } },
      },
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
