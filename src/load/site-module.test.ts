import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSite } from "./site-module.ts";

const story = "content/facebook-reports.md";

describe("the site that a build is made from", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "accounted-"));
    for (const folder of ["content", "data"]) await cp(folder, join(root, folder), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  it("has the site and its stories", async () => {
    const { site, stories } = await readSite(root);
    expect(site?.title).toBe("Accounted");
    expect(stories.map(({ slug }) => slug)).toEqual(["facebook-reports"]);
  });

  it("is none where there is an error: all the problems are told, with place, rule and way out", async () => {
    const text = await readFile(join(root, story), "utf8");
    await writeFile(join(root, story), text.replace(":n[charged]", ":n[chraged]"));
    await expect(readSite(root)).rejects.toThrow(
      /facebook-reports\.md\n +\d+:\d+-\d+:\d+ +error .*"chraged".* story\/unknown-figure\n +hint: did you mean "charged"\?/,
    );
  });
});
