import { defineConfig } from "astro/config";

/**
 * Scripts and styles name their neighbours by relative address, so that the built site works under any path.
 * The pages' own addresses are made relative after the build (src/cli/readdress.ts).
 */
function renderBuiltUrl(_file, { hostType, ssr }) {
  return hostType === "css" || !ssr ? { relative: true } : undefined;
}

export default defineConfig({
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  compressHTML: true,
  devToolbar: { enabled: false },
  prerenderConflictBehavior: "error",
  // Nothing inline: the pages run under a policy that allows only their own files.
  vite: { build: { assetsInlineLimit: 0 }, experimental: { renderBuiltUrl } },
});
