import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const story = "content/new-story.md";
let project: string;

/** A project of its own, with one small page: the commands work on the folder that they run in. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "project-"));
  mkdirSync(join(project, "content"));
  cpSync(join(root, "content/site.yaml"), join(project, "content/site.yaml"));
  cpSync(join(root, "content/glossary.yaml"), join(project, "content/glossary.yaml"));
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  write("package.json", '{ "type": "module" }');
  write("src/pages/index.astro", page('<a href="/#a">a</a>'));
});
afterAll(() => rmSync(project, { recursive: true }));

function page(body: string): string {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'" />`;
  return `<html lang="en"><head>${policy}<title>T</title></head><body id="a">${body}</body></html>`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function read(path: string): string {
  return readFileSync(join(project, path), "utf8");
}

/** Runs a command as run.mjs would; gives its status and all that it printed. */
function run(command: string, ...args: string[]) {
  const env = {
    ...process.env,
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    NODE_ENV: undefined,
    VITEST: undefined,
  };
  const file = join(root, "src/cli", `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: project,
    encoding: "utf8",
    env: { ...env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  return { status, output: stdout + stderr, stdout };
}

/** Runs something with the story changed, and changes it back. */
function withStory<T>(change: (text: string) => string, body: () => T): T {
  const text = read(story);
  write(story, change(text));
  try {
    return body();
  } finally {
    write(story, text);
  }
}

const withUnknownFigure = (text: string) => text.replace(":n[in_part]", ":n[in_parts]");
const withUnboundNumber = (text: string) => text.replace("Each dot", "In 1987 each dot");

describe("npm run new", { timeout: 60_000 }, () => {
  it("writes a story and its figures, which pass the strictest check", () => {
    expect(run("new", "new-story", "A new story").status).toBe(0);
    expect(run("check", "--strict")).toMatchObject({ status: 0, output: "No problems found\n" });
  });

  it("leaves what is there alone", () => {
    const before = read(story);
    const { status, output } = run("new", "new-story", "Another");
    expect([status, output]).toEqual([2, expect.stringContaining("content/new-story.md is there already")]);
    expect(read(story)).toBe(before);
  });

  it.each([
    [["Bad_Slug", "A title"], '"Bad_Slug" can\'t be part of an address'],
    [["../up", "A title"], '"../up" can\'t be part of an address'],
    [["slug", " "], "The title is empty"],
    [["slug"], "Expected 2 arguments"],
    [["slug", "two", "words"], "Expected 2 arguments"],
  ])("refuses %j", (args, message) => {
    const { status, output } = run("new", ...args);
    expect([status, output]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("npm run check", { timeout: 60_000 }, () => {
  it("names the place, the rule and the way out, and fails", () => {
    const { status, output } = withStory(withUnknownFigure, () => run("check"));
    expect(status).toBe(1);
    expect(output).toMatch(
      /^content\/new-story\.md\n {2}\d+:\d+-\d+:\d+ +error +There is no figure "in_parts"/,
    );
    expect(output).toContain("story/unknown-figure");
    expect(output).toContain('did you mean "in_part"?');
  });

  it("prints nothing but JSON as JSON", () => {
    const { stdout } = withStory(withUnknownFigure, () => run("check", "--format", "json"));
    expect(JSON.parse(stdout)).toMatchObject([
      { file: story, severity: "error", rule: "story/unknown-figure" },
    ]);
  });

  it("prints annotations for GitHub", () => {
    const { stdout } = withStory(withUnknownFigure, () => run("check", "--format", "github"));
    expect(stdout).toMatch(/^::error file=content\/new-story\.md,line=\d+/);
  });

  it("fails on warnings only where it is strict", () => {
    withStory(withUnboundNumber, () => {
      expect(run("check").status).toBe(0);
      expect(run("check", "--strict").status).toBe(1);
    });
  });

  it.each([
    [["--fromat", "json"], "Unknown option '--fromat'"],
    [["--format", "xml"], 'There is no format "xml"'],
    [["content"], "Unexpected argument 'content'"],
  ])("refuses %j, and says how it is used", (args, message) => {
    const { status, output } = run("check", ...args);
    expect([status, output]).toEqual([2, expect.stringContaining(message)]);
    expect(output).toContain("Usage: npm run check -- [--format text|json|github] [--strict]");
  });
});

describe("npm run build", { timeout: 120_000 }, () => {
  it("makes dist/ and says what it made", () => {
    const { status, output } = run("build");
    expect([status, output]).toEqual([
      0,
      expect.stringMatching(/^dist\/: 1 pages?, 1 files?, [\d.]+ MB, in [\d.]+ s$/m),
    ]);
    expect(read("dist/index.html")).toContain('href="#a"');
    for (const copy of ["br", "gz"]) expect(existsSync(join(project, `dist/index.html.${copy}`))).toBe(true);
    expect(unfinished()).toEqual([]);
  });

  /** What a build that was stopped would leave behind; the cut typeface stays for the next. */
  const unfinished = () => readdirSync(join(project, ".cache")).filter((name) => name !== "fonts");

  const expectUntouched = () => {
    expect(read("dist/marker.txt")).toBe("earlier");
    expect(unfinished()).toEqual([]);
  };

  it("leaves dist/ as it was where the content has errors", () => {
    write("dist/marker.txt", "earlier");
    const { status, output } = withStory(withUnknownFigure, () => run("build"));
    expect([status, output]).toEqual([1, expect.stringContaining("Nothing was built; dist/ is as it was.")]);
    expectUntouched();
  });

  it("leaves dist/ as it was where a page fails", () => {
    write("src/pages/bad.astro", '---\nthrow new Error("boom");\n---\n');
    const { status, output } = run("build");
    rmSync(join(project, "src/pages/bad.astro"));
    expect(status).toBe(1);
    expect(output).toContain("boom");
    expect(output).toContain("The build failed; dist/ is as it was.");
    expectUntouched();
  });

  it("leaves dist/ as it was where a page must not go out, and says why", () => {
    write(
      "src/pages/bad.astro",
      page('<a href="/no/">a</a><img alt="" src="https://other.example/a.png" />'),
    );
    const { status, output } = run("build");
    rmSync(join(project, "src/pages/bad.astro"));
    expect(status).toBe(1);
    expect(output).toContain('bad/index.html: the address "../no/" leads to nothing');
    expect(output).toContain('"https://other.example/a.png" is another host\'s, and would be fetched');
    expectUntouched();
  });

  it("says in one line what it can't do by its own fault", () => {
    renameSync(join(project, "data"), join(project, "kept"));
    write("data", "a file, not a folder");
    const { status, output } = run("build");
    rmSync(join(project, "data"));
    renameSync(join(project, "kept"), join(project, "data"));
    expect(status).toBe(2);
    expect(output).toMatch(/^npm run build stopped by an error of its own: .*\n$/);
    expectUntouched();
  });

  it("replaces all of dist/, and shows warnings of the content", () => {
    const { status, output } = withStory(withUnboundNumber, () => run("build"));
    expect([status, output]).toEqual([0, expect.stringContaining("story/number")]);
    expect(existsSync(join(project, "dist/marker.txt"))).toBe(false);
  });
});

describe("npm run preview", { timeout: 60_000 }, () => {
  it("serves dist/ with its headers", async () => {
    write("dist/index.html", "<p>home</p>");
    write("dist/_headers", "/*\n  X-Test: yes\n");
    const child = spawn(process.execPath, [join(root, "src/cli/preview.ts"), "--port", "0"], {
      cwd: project,
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (chunk: Buffer) => resolve(/http:\S+/.exec(chunk.toString())![0]));
      child.once("exit", (status) => reject(new Error(`ended with ${status}`)));
    });
    const response = await fetch(url);
    child.kill();
    expect([response.headers.get("x-test"), await response.text()]).toEqual(["yes", "<p>home</p>"]);
  });

  it("says what to do where there is no dist/", () => {
    rmSync(join(project, "dist"), { recursive: true });
    expect(run("preview")).toMatchObject({
      status: 1,
      output: "There is no dist/ yet: npm run build makes it.\n",
    });
  });

  it.each(["high", "70000", "-1", ""])('refuses the port "%s"', (port) => {
    expect(run("preview", `--port=${port}`).status).toBe(2);
  });
});
