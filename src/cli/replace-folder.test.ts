import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceFolder } from "./replace-folder.ts";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "replace-"));
});
afterEach(() => rm(place, { recursive: true }));

async function write(folder: string, text: string): Promise<string> {
  await mkdir(join(place, folder));
  await writeFile(join(place, folder, "a.txt"), text);
  return join(place, folder);
}

describe("replaceFolder", () => {
  it("puts the new folder in the old one's place, and leaves nothing beside it", async () => {
    await replaceFolder(await write("dist", "old"), await write("new", "new"));
    expect(await readdir(place)).toEqual(["dist"]);
    expect(await readFile(join(place, "dist", "a.txt"), "utf8")).toBe("new");
  });

  it("needs no old folder", async () => {
    await replaceFolder(join(place, "dist"), await write("new", "new"));
    expect(await readdir(place)).toEqual(["dist"]);
  });

  it("puts the old folder back where the new one can't be had", async () => {
    const dist = await write("dist", "old");
    await expect(replaceFolder(dist, join(place, "missing"))).rejects.toThrow("ENOENT");
    expect(await readdir(place)).toEqual(["dist"]);
    expect(await readFile(join(dist, "a.txt"), "utf8")).toBe("old");
  });
});
