import { addressesOfPage, addressesOfStyle, addressesOfXml, type NamedAddress } from "./addresses.ts";
import { attributeOf, type Element, elementsOf } from "./html.ts";
import type { Fault, Output } from "./types.ts";

/** Every address that leads to nothing within the site, and every one of another host that a browser would fetch. */
export function checkAddresses({ site, files }: Output): Fault[] {
  const root = new URL(site.url);
  const pages = new Map(
    [...textsOf(files, ".html")].map(([file, html]) => [file, elementsOf(html)] as const),
  );
  const idsOf = new Map([...pages].map(([file, elements]) => [file, listIds(elements)] as const));
  const judge = (file: string, { text, fetched }: NamedAddress): Fault[] => {
    const message = URL.canParse(text, addressOf(file, root).href)
      ? judgeAddress(new URL(text, addressOf(file, root)), fetched, root, files, idsOf)
      : "can't be read";
    return message === null ? [] : [{ file, message: `the address "${text}" ${message}` }];
  };
  return [
    ...[...pages].flatMap(([file, elements]) =>
      addressesOfPage(elements).flatMap((named) => judge(file, named)),
    ),
    ...[...textsOf(files, ".css")].flatMap(([file, css]) =>
      addressesOfStyle(css).flatMap((named) => judge(file, named)),
    ),
    ...[...textsOf(files, ".xml")].flatMap(([file, xml]) =>
      addressesOfXml(xml).flatMap((named) => judge(file, named)),
    ),
  ];
}

function judgeAddress(
  address: URL,
  fetched: boolean,
  root: URL,
  files: ReadonlyMap<string, unknown>,
  idsOf: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (address.protocol === "data:") return null;
  if (address.origin !== root.origin) return fetched ? "is another host's, and would be fetched" : null;
  if (!address.pathname.startsWith(root.pathname)) return fetched ? "lies outside the site" : null;
  const path = decodeURIComponent(address.pathname.slice(root.pathname.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) return "leads to nothing";
  const fragment = decodeURIComponent(address.hash.slice(1));
  const ids = idsOf.get(file);
  return fragment === "" || !ids || ids.has(fragment) ? null : `leads to a page that has no "${fragment}"`;
}

/** Where a file will be: `a/index.html` at `a/`. */
function addressOf(file: string, root: URL): URL {
  return new URL(file.replace(/(^|\/)index\.html$/, "$1") || "./", root);
}

function listIds(elements: readonly Element[]): ReadonlySet<string> {
  return new Set(elements.flatMap((element) => attributeOf(element, "id") ?? []));
}

function* textsOf(
  files: ReadonlyMap<string, Uint8Array>,
  ending: string,
): Generator<[file: string, text: string]> {
  for (const [file, bytes] of files) if (file.endsWith(ending)) yield [file, new TextDecoder().decode(bytes)];
}
