import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, parse, sep } from "node:path";
import { checkOutput } from "../publish/output/check-output.ts";
import type { Fault, Output } from "../publish/output/types.ts";
import { checkWeights } from "../publish/output/weights.ts";
import { compressFiles } from "./compress-files.ts";
import { validateHtml } from "./validate-html.ts";

/**
 * Looks through the finished site, and leaves the compressed copies of its files beside them.
 * @param paths - its files, relative to the folder
 * @param drafts - the slugs of the stories that must not be in it
 * @returns what must be mended before the site goes out.
 */
export async function inspectBuild(
  folder: string,
  paths: readonly string[],
  site: Output["site"],
  drafts: Output["drafts"],
): Promise<Fault[]> {
  const read = async (path: string) => [path, new Uint8Array(await readFile(join(folder, path)))] as const;
  const files = new Map(await Promise.all(paths.toSorted().map(read)));
  const machinePaths = [process.cwd(), homedir()]
    .filter((path) => path !== parse(path).root)
    .map((path) => `${path}${sep}`);
  return [
    ...checkOutput({ site, files, drafts, machinePaths }),
    ...(await validateHtml(files)),
    ...checkWeights(await compressFiles(folder, paths)),
  ];
}
