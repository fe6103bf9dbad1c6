/** `npm run preview`: serves dist/ as a host would, with its headers. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments } from "./arguments.ts";
import { parseHeadersFile } from "./headers-file.ts";
import { readPort } from "./port.ts";
import { serveFolder } from "./server.ts";

const usage = "npm run preview -- [--port 4321]";
const { values } = readArguments(usage, { port: { type: "string", default: "4321" } });
const port = readPort(usage, values.port);

const dist = join(process.cwd(), "dist");
if (!existsSync(dist)) {
  console.error("There is no dist/ yet: npm run build makes it.");
  process.exit(1);
}
const rules = join(dist, "_headers");
const headers = existsSync(rules) ? parseHeadersFile(await readFile(rules, "utf8")) : [];
try {
  const { url } = await serveFolder(dist, { port, headers });
  console.log(`dist/ at ${url} (Ctrl+C ends)`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is taken: give another with --port.` : (error as Error).message);
  process.exit(1);
}
