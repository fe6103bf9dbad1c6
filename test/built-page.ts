import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { parseHTML } from "linkedom";
import type { Sheets } from "../src/publish/policy.ts";
import { dist } from "./serve.ts";

/** The story whose page the tests read. */
export const slug = "facebook-reports";

/** The text of a file of the built site. */
export function readBuilt(path: string): Promise<string> {
  return readFile(join(dist, path), "utf8");
}

/** The built page of the story, as a document without script. */
export async function builtDocument(): Promise<Document> {
  return parseHTML(await readBuilt(`${slug}/index.html`)).document;
}

/** The style sheets that stand in the built pages. */
export async function builtSheets(folder = dist): Promise<Sheets> {
  const sheetsOf = async (page: string) => {
    const { document } = parseHTML(await readFile(join(folder, slug, page), "utf8"));
    return Array.from(document.querySelectorAll("style"), ({ textContent }) => textContent);
  };
  return { page: await sheetsOf("index.html"), embed: await sheetsOf("embed/index.html") };
}

/** Files of the built page that an element's attribute names, below the site's folder. */
export function filesOf(document: Document, selector: string, attribute: string): string[] {
  const site = new URL("https://site.example/");
  const page = new URL(`${slug}/`, site);
  return [...document.querySelectorAll(selector)].map((element) =>
    new URL(element.getAttribute(attribute)!, page).pathname.slice(site.pathname.length),
  );
}

/** The scripts that the built page runs: the way out, and the story's, which starts itself once more as a worker. */
export function scriptsOf(document: Document): string[] {
  return [...new Set(filesOf(document, "script[src]", "src"))];
}

/** Bytes that a file takes on the wire, as a host with precompressed files sends it. */
export async function brotliSize(path: string): Promise<number> {
  const bytes = await readFile(join(dist, path));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
