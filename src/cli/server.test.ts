import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder, type RunningServer } from "./server.ts";

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), "server-"));
  folder = join(parent, "site");
  await mkdir(join(folder, "a"), { recursive: true });
  await mkdir(join(folder, "empty"));
  await writeFile(join(parent, "secret.txt"), "secret");
  await writeFile(join(folder, "index.html"), "<p>home</p>");
  await writeFile(join(folder, "a", "index.html"), "<p>a</p>".repeat(100));
  await writeFile(join(folder, "404.html"), "<p>not here</p>");
  await writeFile(join(folder, "dot.png"), "png");
  server = await serveFolder(folder, {
    base: "/news/",
    headers: [{ pattern: "/a/*", headers: [["X-Test", "yes"]] }],
  });
});

afterAll(async () => {
  await server.close();
  await rm(join(folder, ".."), { recursive: true });
});

/** A request whose path goes out as it is written: fetch would tidy it up first. */
function status(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => resolve(response.resume().statusCode)).on("error", reject);
  });
}

describe("serveFolder", () => {
  it("gives a folder's index, and the headers of its path", async () => {
    const response = await fetch(`${server.url}a/`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("x-test")).toBe("yes");
    expect(await response.text()).toBe("<p>a</p>".repeat(100));
    expect((await fetch(server.url)).headers.get("x-test")).toBeNull();
  });

  it("compresses text for those who can read it, and pictures never", async () => {
    const headers = { "accept-encoding": "br" };
    expect((await fetch(`${server.url}a/`, { headers })).headers.get("content-encoding")).toBe("br");
    expect((await fetch(`${server.url}dot.png`, { headers })).headers.get("content-encoding")).toBeNull();
    const plain = await fetch(`${server.url}a/`, { headers: { "accept-encoding": "gzip" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
  });

  it("leads from a folder's name to its address", async () => {
    const response = await fetch(`${server.url}a`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([301, "/news/a/"]);
  });

  it.each(["b/", "empty/", "index.html/", "%ff", "a%00"])(
    "shows the page for missing addresses at %s",
    async (path) => {
      const response = await fetch(server.url + path);
      expect([response.status, await response.text()]).toEqual([404, "<p>not here</p>"]);
    },
  );

  it.each([
    "/news/../../secret.txt",
    "/news/%2e%2e/secret.txt",
    "/news/..%2fsecret.txt",
    "/news/..%5csecret.txt",
    "/secret.txt",
  ])("gives nothing from outside the folder at %s", async (path) => {
    expect(await status(path)).toBe(404);
  });

  it("answers HEAD without a body, and nothing but GET and HEAD", async () => {
    const head = await fetch(server.url, { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "",
    ]);
    expect((await fetch(server.url, { method: "POST" })).status).toBe(405);
  });
});
