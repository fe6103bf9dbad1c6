/** `npm run build`: checks the content, builds the site beside dist/, and only then puts it in its place. */
import { mkdirSync, rmSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { formatTerminal } from "../diagnostics/terminal.ts";
import { readFiles } from "../load/files.ts";
import { ledgersToKeep } from "../load/kept-ledgers.ts";
import { loadSite } from "../load/site.ts";
import { readArguments } from "./arguments.ts";
import { buildPages } from "./build-pages.ts";
import { inspectBuild } from "./inspect-build.ts";
import { catchInternalErrors } from "./internal-error.ts";
import { readdress, relativeTo } from "./readdress.ts";
import { replaceFolder } from "./replace-folder.ts";
import { hasColors, hasErrors } from "./report.ts";
import { writeArchives } from "./write-archives.ts";

catchInternalErrors("npm run build");
readArguments("npm run build", {});
const root = process.cwd();
const content = await readFiles(root);
const loaded = loadSite(content);
const { site, stories, diagnostics } = loaded;
if (diagnostics.length > 0) {
  console.error(formatTerminal(diagnostics, { color: hasColors(process.stderr) }));
}
if (site === null || hasErrors(diagnostics)) fail("Nothing was built");

const unfinished = join(root, ".cache", `build-${process.pid}`);
mkdirSync(unfinished, { recursive: true });
process.on("exit", () => rmSync(unfinished, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

if (!(await buildPages(root, unfinished, loaded))) fail("The build failed");
const files = await listFiles(unfinished);
const pages = files.filter((file) => file.endsWith(".html"));
for (const page of pages) await makePortable(page, new URL(site.url).pathname);
files.push(...(await writeArchives(unfinished, files, site, stories)));
const drafts = stories.filter(({ draft }) => draft).map(({ slug }) => slug);
const faults = await inspectBuild(unfinished, files, site, drafts);
if (faults.length > 0) {
  for (const { file, message } of faults) console.error(`${file}: ${message}`);
  fail("The site was built, and can't go out like this");
}
const bytes = await totalSize(files);
await replaceFolder(join(root, "dist"), unfinished);
for (const [path, ledger] of ledgersToKeep(site, stories, content)) {
  await writeFile(join(root, path), ledger);
}

const seconds = (performance.now() / 1000).toFixed(1);
const megabytes = (bytes / 1e6).toFixed(2);
console.log(`dist/: ${pages.length} pages, ${files.length} files, ${megabytes} MB, in ${seconds} s`);

function fail(what: string): never {
  console.error(`${what}; dist/ is as it was.`);
  process.exit(1);
}

/**
 * Makes a page's addresses hold under any path. The page for missing addresses is shown at any depth, so it
 * goes by the path that the site is published under.
 */
async function makePortable(page: string, sitePath: string): Promise<void> {
  const html = await readFile(join(unfinished, page), "utf8");
  const change = page === "404.html" ? (address: string) => sitePath + address.slice(1) : relativeTo(page);
  await writeFile(join(unfinished, page), readdress(html, change));
}

/** All files below a folder, by their path within it, with forward slashes. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
}

async function totalSize(files: string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(unfinished, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
