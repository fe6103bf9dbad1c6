/** `npm run dev`: the site as it is written, drafts included; problems here and over the page. */
import { dev } from "astro";
import { emptyPreview, readPreview } from "../load/preview.ts";
import { previewModule } from "../load/site-module.ts";
import { subsetFonts } from "../styles/subset-fonts.ts";
import { readArguments } from "./arguments.ts";
import { setMode } from "./mode.ts";
import { readPort } from "./port.ts";

const usage = "npm run dev -- [--port 4321] [--host]";
const { values } = readArguments(usage, {
  port: { type: "string", default: "4321" },
  host: { type: "boolean", default: false },
});
setMode("development");
const root = process.cwd();
const preview = await readPreview(root, emptyPreview, process.stdout.isTTY && process.stdout.hasColors());
await dev({
  root,
  // Astro's server would look for the files among the pages (feed.xml/) and not find them.
  trailingSlash: "ignore",
  integrations: [subsetFonts(preview.shown), previewModule(preview)],
  server: { port: readPort(usage, values.port), host: values.host },
});
