/** `npm run new`: writes a small story and its figures, to be changed. */
import { mkdir, writeFile } from "node:fs/promises";
import { readArguments, refuse } from "./arguments.ts";
import { starterFigures, starterStory } from "./starter.ts";

const usage = 'npm run new -- <slug> "<title>"';
const { positionals } = readArguments(usage, {}, 2);
const [slug, title] = positionals as [string, string];

if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) {
  refuse(usage, `"${slug}" can't be part of an address: use a-z, 0-9 and hyphens, such as "library-loans".`);
}
if (title.trim() === "") refuse(usage, "The title is empty.");

await write(`content/${slug}.md`, starterStory(slug, title));
await write(`data/${slug}.csv`, starterFigures);
console.log("It is a draft: npm run dev shows it, and taking out the line `draft: true` publishes it.");

/** Writes a file of the project that must not be there yet. */
async function write(path: string, text: string): Promise<void> {
  await mkdir(path.split("/")[0], { recursive: true });
  try {
    await writeFile(path, text, { flag: "wx" });
    console.log(`Wrote ${path}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    refuse(usage, `${path} is there already: choose another slug.`);
  }
}
