/**
 * What Mozilla's Observatory makes of the site as it is served with its own headers:
 *
 *     npm run build && npx node bench/observatory.mjs
 *
 * Its npm package is installed into .cache/, without its scripts (they fetch lists of certificates that this
 * doesn't need). The scan is made over plain HTTP on loopback, where two of its tests can't pass: whether HTTPS is
 * kept to (HSTS) and whether HTTP leads to it. Their penalties are taken out and named.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { parseHeadersFile } from "../src/cli/headers-file.ts";
import { serveFolder } from "../src/cli/server.ts";

const version = "1.4.8";
const folder = ".cache/observatory";
const onlyOverHttps = ["hsts-not-implemented-no-https", "redirection-missing"];

const options = ["--ignore-scripts", "--omit=optional", "--no-save", "--loglevel=error"];
const name = `@mdn/mdn-http-observatory@${version}`;
execFileSync("npm", ["install", "--prefix", folder, ...options, name], { stdio: "ignore" });
const observatory = `${folder}/node_modules/@mdn/mdn-http-observatory`;
// The list of hosts that browsers know to use HTTPS, which its scripts would fetch: loopback is not on it.
await writeFile(`${observatory}/conf/hsts-preload.json`, "{}");
const { scan } = await import(`../${observatory}/src/index.js`);
const { getGradeForScore } = await import(`../${observatory}/src/grader/grader.js`);

const headers = parseHeadersFile(await readFile("dist/_headers", "utf8"));
const pages = headers.map(({ pattern }) => pattern).filter((pattern) => /^\/([^*]*\/)?$/.test(pattern));
for (const path of pages.filter((page) => existsSync(`dist${page}index.html`))) {
  const server = await serveFolder(`dist${path}`, { headers: headersOfPath(path) });
  const { tests } = await scan(new URL(server.url).host);
  await server.close();
  print(path, Object.values(tests));
}

/** The rules for a path as those of the root, which is all that the Observatory asks for. */
function headersOfPath(path) {
  return headers.flatMap((rule) => {
    if (rule.pattern === "/*") return [rule];
    return rule.pattern === path ? [{ ...rule, pattern: "/" }] : [];
  });
}

function print(path, results) {
  const counted = results.filter(({ result }) => !onlyOverHttps.includes(result));
  const score = counted.reduce((sum, { scoreModifier }) => sum + scoreModifier, 100);
  for (const { result, scoreModifier } of results) {
    const note = onlyOverHttps.includes(result) ? " (left out: it can't be met on loopback)" : "";
    console.log(`${String(scoreModifier).padStart(4)}  ${result}${note}`);
  }
  console.log(`${path}: ${getGradeForScore(score).grade}, ${score} (Observatory ${version})\n`);
}
