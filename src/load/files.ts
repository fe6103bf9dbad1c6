import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The folders that a site is made from. */
export const siteFolders = ["content", "data", "public"] as const;

/**
 * Reads the files of a site below its root: those of `content/`, `data/` and `public/`, sub-folders included, by
 * their paths relative to the root with forward slashes, sorted. Hidden files and symbolic links are left out, so that
 * nothing outside the folders is read. Rejects where a file can't be read.
 */
export async function readFiles(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = (await Promise.all(siteFolders.map((folder) => listFiles(root, folder)))).flat().sort();
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(root, path))] as const),
  );
  return new Map(files);
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  const lists = visible.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(root, path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}
