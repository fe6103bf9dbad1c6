import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadedSite } from "./loaded-site.ts";

const story = "content/facebook-reports.md";

describe("the loaded site", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "accounted-"));
    for (const folder of ["content", "data"]) await cp(folder, join(root, folder), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  const edit = async (from: string, to: string) => {
    const text = await readFile(join(root, story), "utf8");
    expect(text).toContain(from);
    await writeFile(join(root, story), text.replace(from, to));
  };

  it("has the site and its stories", async () => {
    const { site, stories } = await loadedSite(false, root);
    expect(site.title).toBe("Accounted");
    expect(stories.map(({ slug }) => slug)).toEqual(["facebook-reports"]);
  });

  it("shows drafts in the preview only", async () => {
    await edit("byline:", "draft: true\nbyline:");
    expect((await loadedSite(false, root)).stories).toHaveLength(0);
    expect((await loadedSite(true, root)).stories).toHaveLength(1);
  });

  it("stops at an error, with its place and the way out", async () => {
    await edit(":n[charged]", ":n[chraged]");
    await expect(loadedSite(false, root)).rejects.toMatchObject({
      title: "story/unknown-figure",
      hint: expect.stringContaining('did you mean "charged"') as string,
      loc: { file: join(root, story), column: expect.any(Number) as number },
    });
  });
});
