import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHeadersFile } from "../src/cli/headers-file.ts";
import { serveFolder, type RunningServer } from "../src/cli/server.ts";

/** The built site's folder. */
export const dist = fileURLToPath(new URL("../dist", import.meta.url));

/** Serves the built site with its own headers, at the root or under a path such as `/news/2026/`. */
export async function serveSite(base = "/"): Promise<RunningServer> {
  const headers = parseHeadersFile(await readFile(join(dist, "_headers"), "utf8"));
  return serveFolder(dist, { base, headers });
}
