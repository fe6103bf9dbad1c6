/** `npm run dev`: the site as it is written, drafts included; problems here and over the page. */
import { dev } from "astro";
import { readArguments } from "./arguments.ts";
import { setMode } from "./mode.ts";
import { readPort } from "./port.ts";

const usage = "npm run dev -- [--port 4321] [--host]";
const { values } = readArguments(usage, {
  port: { type: "string", default: "4321" },
  host: { type: "boolean", default: false },
});
setMode("development");
await dev({
  root: process.cwd(),
  server: { port: readPort(usage, values.port), host: values.host },
});
