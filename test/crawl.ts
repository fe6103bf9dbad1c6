import { parseHTML } from "linkedom";

export interface Crawl {
  /** Every address of the site that was asked for. */
  readonly addresses: readonly string[];
  /** What is wrong, with the page that it is on. */
  readonly faults: readonly string[];
}

/**
 * Follows every link, file, style and script of a site from some of its pages on, without a browser. A fault is an
 * address of this host that leaves the site's folder, an answer other than 200, or a fragment that its page lacks.
 * @param front the front page's address; ends with a slash
 * @param paths the pages to start from, relative to it
 */
export async function crawl(front: string, paths: readonly string[] = [""]): Promise<Crawl> {
  const pending = paths.map((path) => ({ address: front + path, named: "the start" }));
  const seen = new Map<string, Document | null>();
  const faults: string[] = [];
  const fragments: { address: URL; named: string }[] = [];
  for (const { address, named } of pending) {
    if (seen.has(address)) continue;
    const response = await fetch(address, { redirect: "manual" });
    const type = response.headers.get("content-type") ?? "";
    const text = await response.text();
    const document = type.startsWith("text/html") ? parseHTML(text).document : null;
    seen.set(address, document);
    if (response.status !== 200) {
      faults.push(`${response.status} at ${address}, named by ${named}`);
      continue;
    }
    const found = document
      ? addressesOf(document)
      : type.startsWith("text/css")
        ? addressesOfStyle(text)
        : [];
    for (const target of found.map((written) => new URL(written, address))) {
      if (target.origin !== new URL(front).origin) continue;
      if (!target.href.startsWith(front)) faults.push(`${address} leaves the site: ${target.href}`);
      if (target.hash.length > 1) fragments.push({ address: target, named: address });
      pending.push({ address: target.href.replace(/#.*/, ""), named: address });
    }
  }
  for (const { address, named } of fragments) {
    const document = seen.get(address.href.replace(/#.*/, ""));
    if (!document?.getElementById(decodeURIComponent(address.hash.slice(1)))) {
      faults.push(`There is no ${address.hash} in ${address.pathname}, named by ${named}`);
    }
  }
  return { addresses: [...seen.keys()], faults };
}

function addressesOf(document: Document): string[] {
  return [...document.querySelectorAll("[href], [src], [poster], [data]")].flatMap((element) =>
    ["href", "src", "poster", "data"].flatMap((name) => element.getAttribute(name) ?? []),
  );
}

function addressesOfStyle(text: string): string[] {
  return [...text.matchAll(/url\((["']?)([^"')]+)\1\)/g)].map((match) => match[2]);
}
