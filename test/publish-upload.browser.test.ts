import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { serveFolder } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { dist } from "./serve.ts";

const host = mkdtempSync(join(tmpdir(), "upload-"));
afterAll(() => rmSync(host, { recursive: true }));

/** The site as it would be after a change of its script and style: other names for the hashed files. */
function nextVersion(): string {
  const folder = join(host, "next");
  cpSync(dist, folder, { recursive: true });
  const hashed = join(folder, "_astro");
  const names = readdirSync(hashed).filter((name) => /\.(js|css)$/.test(name));
  for (const name of names) renameSync(join(hashed, name), join(hashed, name.replace(/\.(\w+)$/, "2.$1")));
  for (const page of ["index.html", "404.html", `${slug}/index.html`]) {
    const html = readFileSync(join(folder, page), "utf8");
    const renamed = names.reduce(
      (text, name) => text.replaceAll(name, name.replace(/\.(\w+)$/, "2.$1")),
      html,
    );
    writeFileSync(join(folder, page), renamed);
  }
  return folder;
}

describe("an upload in the order of docs/publishing.md: hashed files first, pages last, nothing deleted", () => {
  it("leaves an old page in a reader's browser all its files, and gives the new page its own", async () => {
    const [live, next] = [join(host, "live"), nextVersion()];
    cpSync(dist, live, { recursive: true });
    cpSync(join(next, "_astro"), join(live, "_astro"), { recursive: true });
    const oldPage = readFileSync(join(live, slug, "index.html"));
    cpSync(next, live, { recursive: true });
    writeFileSync(join(live, slug, "old.html"), oldPage);

    const server = await serveFolder(live);
    const browser = await launchChromium();
    for (const page of ["old.html", ""]) {
      const opened = await openPage(browser, `${server.url}${slug}/${page}`);
      await opened.page.waitForSelector(".sequence.live");
      expect(opened.faults).toEqual([]);
      await opened.close();
    }
    await browser.close();
    await server.close();
  });
});
