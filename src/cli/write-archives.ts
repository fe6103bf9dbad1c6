import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { dataUrl } from "../publish/archive-parts.ts";
import { type ArchiveParts, buildArchive, listScripts } from "../publish/archive.ts";

/**
 * Writes the archive copies of the stories beside their pages.
 * @param paths - the files of the built site, relative to the folder
 * @returns the paths of the archive copies.
 */
export async function writeArchives(
  folder: string,
  paths: readonly string[],
  site: ArchiveParts["site"],
  stories: readonly { readonly slug: string }[],
): Promise<string[]> {
  const read = async (path: string) => [path, new Uint8Array(await readFile(join(folder, path)))] as const;
  const files = new Map(await Promise.all(paths.map(read)));
  const published = stories.filter(({ slug }) => files.has(`${slug}/index.html`));
  return Promise.all(
    published.map(async ({ slug }) => {
      const html = new TextDecoder().decode(files.get(`${slug}/index.html`));
      const page = { site, folder: `${slug}/`, html };
      const scripts = await Promise.all(listScripts(page).map((path) => bundle(join(folder, path))));
      const path = `${slug}/story.html`;
      await writeFile(join(folder, path), buildArchive({ ...page, scripts, files }));
      return path;
    }),
  );
}

/** The address, in quotes, of a script that is in its address. */
function inlineScript(path: string): string {
  return JSON.stringify(dataUrl(path, new Uint8Array(readFileSync(path))));
}

/** A module with all that it imports: a page on a disk can't load modules, but it can hold one. */
async function bundle(module: string): Promise<string> {
  const bundled = await rolldown({
    input: module,
    logLevel: "silent",
    // Its own address, with which it starts itself again as a worker.
    transform: { define: { "import.meta.url": inlineScript(module) } },
  });
  const { output } = await bundled.generate({ format: "es", minify: true });
  await bundled.close();
  return output[0].code;
}
