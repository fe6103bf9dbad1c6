/** `npm run new`: writes a small story and its figures, to be changed. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readArguments, refuse } from "./arguments.ts";
import { catchInternalErrors } from "./internal-error.ts";
import { starterFigures, starterStory } from "./starter.ts";

const usage = 'npm run new -- <slug> "<title>"';
catchInternalErrors("npm run new");
const { positionals } = readArguments(usage, {}, 2);
const [slug, title] = positionals as [string, string];

if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) {
  refuse(usage, `"${slug}" can't be part of an address: use a-z, 0-9 and hyphens, such as "library-loans".`);
}
if (title.trim() === "") refuse(usage, "The title is empty.");

const files = {
  [`content/${slug}.md`]: starterStory(slug, title),
  [`data/${slug}.csv`]: starterFigures,
};
for (const path of Object.keys(files)) {
  if (existsSync(path)) refuse(usage, `${path} is there already: choose another slug.`);
}
for (const [path, text] of Object.entries(files)) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
  console.log(`Wrote ${path}`);
}
console.log("It is a draft: npm run dev shows it, and taking out the line `draft: true` publishes it.");
