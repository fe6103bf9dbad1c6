/** `npm run check`: prints every problem of the content and the data. */
import { formatGithub } from "../diagnostics/github.ts";
import { formatJson } from "../diagnostics/json.ts";
import { formatTerminal } from "../diagnostics/terminal.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { readFiles } from "../load/files.ts";
import { loadSite } from "../load/site.ts";
import { readArguments, refuse } from "./arguments.ts";
import { catchInternalErrors } from "./internal-error.ts";
import { hasColors, hasErrors } from "./report.ts";

const usage = "npm run check -- [--format text|json|github] [--strict]";

const reporters: Record<string, (diagnostics: readonly Diagnostic[]) => string> = {
  text: (diagnostics) => formatTerminal(diagnostics, { color: hasColors(process.stdout) }),
  json: formatJson,
  github: formatGithub,
};

catchInternalErrors("npm run check");
const { values } = readArguments(usage, {
  format: { type: "string", default: "text" },
  strict: { type: "boolean", default: false },
});
const format = reporters[values.format];
if (!format) refuse(usage, `There is no format "${values.format}"`);

const { diagnostics } = loadSite(await readFiles(process.cwd()));
console.log(format(diagnostics));
if (hasErrors(diagnostics) || (values.strict && diagnostics.length > 0)) process.exitCode = 1;
