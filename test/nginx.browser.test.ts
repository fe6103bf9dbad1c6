import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commonHeaders, headersOf, type Sheets, type Surface } from "../src/publish/policy.ts";
import { builtDocument, builtSheets, filesOf, slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { crawl } from "./crawl.ts";
import { type RunningNginx, startNginx } from "./nginx.ts";
import { openPage } from "./page.ts";
import { dist } from "./serve.ts";

let nginx: RunningNginx;
let sheets: Sheets;
beforeAll(async () => {
  [nginx, sheets] = await Promise.all([startNginx(dist), builtSheets()]);
}, 300_000);
afterAll(() => nginx.close());

/** An answer as it came, not unpacked. */
function get(path: string, encoding = "identity") {
  return new Promise<{ status?: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    request(new URL(path, nginx.url), { headers: { "Accept-Encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .once("error", reject)
      .end();
  });
}

function promised(surface: Surface) {
  const headers = [...commonHeaders, ...headersOf(surface, sheets)];
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

describe("nginx with the configuration of docs/hosts/", () => {
  it("warns of nothing in it", () => {
    expect(nginx.warnings).toBe("");
  });

  it.each([
    ["the front page", "", "text/html; charset=utf-8"],
    ["the story", `${slug}/`, "text/html; charset=utf-8"],
    ["the figures", `${slug}/figures.csv`, "text/csv; charset=utf-8"],
    ["the feed", "feed.xml", "text/xml; charset=utf-8"],
  ])("sends %s with a page's headers", async (_, path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ...promised("page"), "content-type": type });
    expect(headers.server).toBe("nginx");
  });

  it("lets anybody frame the embed, and keeps it as strict as a page otherwise", async () => {
    const { status, headers } = await get(`${slug}/embed/`);
    expect(status).toBe(200);
    expect(headers).toMatchObject(promised("embed"));
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
  });

  it.each([`${slug}/card.png`, `${slug}/outcomes/card.png`])("lets other sites show %s", async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ...promised("card"), "content-type": "image/png" });
  });

  it("sends a hashed file for good, to anybody", async () => {
    const [script] = filesOf(await builtDocument(), "script[src]", "src");
    const { status, headers } = await get(script);
    expect(status).toBe(200);
    expect(headers).toMatchObject(promised("hashed"));
    expect(headers["content-security-policy"]).toBeUndefined();
  });

  it.each(["no/such/page/", "_astro/missing.js", `${slug}/no.csv`])(
    "sends the page for missing addresses, to be asked for again, at %s",
    async (path) => {
      const { status, headers, body } = await get(path);
      expect(status).toBe(404);
      expect(headers).toMatchObject(promised("page"));
      expect(body.toString()).toContain("Page not found");
    },
  );

  it("leads an address without its slash to the page, on the same host", async () => {
    const { status, headers } = await get(slug);
    expect([status, headers.location]).toEqual([301, `/${slug}/`]);
  });

  it.each([`${slug}/index.html`, `${slug}/figures.csv`, `${slug}/ledger.json`, "feed.xml"])(
    "sends the copy of %s that the build compressed",
    async (path) => {
      const original = await readFile(join(dist, path));
      for (const encoding of ["gzip", nginx.encoding]) {
        const { headers, body } = await get(path, encoding);
        expect(headers).toMatchObject({ "content-encoding": encoding, vary: "Accept-Encoding" });
        expect(body).toEqual(await readFile(join(dist, `${path}.${encoding === "br" ? "br" : "gz"}`)));
        expect(encoding === "br" ? brotliDecompressSync(body) : gunzipSync(body)).toEqual(original);
      }
    },
  );

  it("serves a site that holds together, and a story that moves without a fault", async () => {
    expect((await crawl(nginx.url, ["", `${slug}/`])).faults).toEqual([]);
    const browser = await launchChromium();
    const { page, faults } = await openPage(browser, `${nginx.url}${slug}/`);
    await page.waitForSelector(".sequence.live");
    await page.mouse.wheel(0, 4000);
    await page.waitForLoadState("networkidle");
    expect(faults).toEqual([]);
    await browser.close();
  });
});
