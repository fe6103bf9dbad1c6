import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFiles } from "./files.ts";
import { loadSite } from "./site.ts";

const root = join(import.meta.dirname, "../..");
const bytes = (text: string) => new TextEncoder().encode(text);

/** The project's own site with some files changed; null takes one out. */
async function loadWith(changes: Record<string, string | Uint8Array | null>) {
  const files = new Map(await readFiles(root));
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else files.set(path, typeof content === "string" ? bytes(content) : content);
  }
  return loadSite(new Map([...files].sort()));
}

const problems = ({ diagnostics }: Awaited<ReturnType<typeof loadWith>>) =>
  diagnostics.map(
    ({ file, span: { start }, rule, message }) => `${file}:${start.line}:${start.column} ${rule} ${message}`,
  );

describe("the project's own site", () => {
  it("has no problems, not even warnings", async () => {
    const { site, stories, diagnostics } = await loadWith({});
    expect(diagnostics).toEqual([]);
    expect(site?.url).toMatch(/^https:\/\/.*\/$/);
    expect(stories.map(({ slug }) => slug)).toContain("facebook-reports");
  });
});

describe("a site", () => {
  it("gives the problems of all its files at once", async () => {
    const loaded = await loadWith({
      "content/site.yaml": "title: Accounted\ndescripton: x\n",
      "content/Second Story.md": "Text.",
      "content/facebook-reports.md": "Text.",
      "data/other.csv": "id,parent\n",
    });
    expect(problems(loaded)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^content\/Second Story\.md:1:1 story\/file-name/),
        expect.stringMatching(/^content\/facebook-reports\.md:1:1 story\/front-matter/),
        expect.stringMatching(/^content\/site\.yaml:2:1 site\/config There is no key "descripton"/),
        expect.stringMatching(/^data\/other\.csv:1:1 data\/columns/),
      ]),
    );
    expect(loaded.site).toBeNull();
    expect(loaded.stories).toEqual([]);
  });

  it("needs its settings, but no glossary", async () => {
    expect(problems(await loadWith({ "content/site.yaml": null }))[0]).toContain(
      "site/config There is no file",
    );
    expect(problems(await loadWith({ "content/glossary.yaml": null }))[0]).toContain(
      "story/term There is no term",
    );
  });

  it("suggests a name for a story's file", async () => {
    const { diagnostics } = await loadWith({ "content/drafts/Über uns.md": "Text." });
    expect(diagnostics[0].hint).toContain("content/uber-uns.md");
  });

  it("refuses text that is not UTF-8, or far too long, at once", { timeout: 30_000 }, async () => {
    const latin1 = new Uint8Array([0x2d, 0x0a, 0xe9, 0x0a]);
    expect(problems(await loadWith({ "content/a.md": latin1 }))[0]).toContain(
      "content/a.md:2:1 data/encoding",
    );
    const started = performance.now();
    const long = await loadWith({ "content/a.md": "Some words.\n\n".repeat(400_000) });
    expect(problems(long)[0]).toContain("content/a.md:1:1 story/file-name The file has 5200 kB");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("lets stories link to one another and to public files", async () => {
    const files = await readFiles(root);
    const story = new TextDecoder().decode(files.get("content/facebook-reports.md"));
    const loaded = await loadWith({
      "content/second.md": `${story}\n[First](/facebook-reports/) [Map](/map.pdf)`,
      "public/map.pdf": "",
    });
    expect(problems(loaded)).toEqual([]);
    expect(loaded.stories.map(({ slug }) => slug)).toEqual(["facebook-reports", "second"]);
  });
});

describe("reading files", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "site-"));
    await cp(join(root, "content"), join(folder, "content"), { recursive: true });
    await writeFile(join(folder, "content", ".hidden"), "x");
    await writeFile(join(folder, "secret.md"), "x");
    await symlink(join(folder, "secret.md"), join(folder, "content", "leak.md"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("takes the site's folders only, in order, without hidden files and links out of them", async () => {
    const paths = [...(await readFiles(folder)).keys()];
    expect(paths).toEqual(paths.toSorted());
    expect(paths).toContain("content/facebook-reports.md");
    expect(paths.filter((path) => /hidden|leak|secret/.test(path))).toEqual([]);
  });
});
