import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";

/**
 * Puts a finished folder in another's place by renaming, so that the other is never half written: should
 * the second step fail, the first is undone. Both must be on one file system.
 */
export async function replaceFolder(target: string, finished: string): Promise<void> {
  if (!existsSync(target)) return rename(finished, target);
  const former = `${finished}-former`;
  await rename(target, former);
  try {
    await rename(finished, target);
  } catch (error) {
    await rename(former, target);
    throw error;
  }
  await rm(former, { recursive: true });
}
