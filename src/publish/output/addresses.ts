import { attributeOf, type Element, isFontRules, rawTextOf } from "./html.ts";

/** An address that a file of the site names. */
export interface NamedAddress {
  readonly text: string;
  /** Whether a browser fetches it by itself, and does not wait for the reader to follow it. */
  readonly fetched: boolean;
}

/** Links that only name another address, for readers or search engines. */
const passiveLinks = new Set(["canonical", "alternate", "license", "author", "next", "prev"]);
/** What other sites show of a page: its own address, and its picture. */
const linkProperties = new Set(["og:url", "og:image"]);
const addressAttributes = ["href", "src", "poster", "data", "action"];

/** The addresses that a page's elements name. */
export function addressesOfPage(elements: readonly Element[]): NamedAddress[] {
  return elements.flatMap((element) => {
    if (element.tagName === "meta") return addressesOfMeta(element);
    if (isFontRules(element)) return addressesOfStyle(rawTextOf(element));
    const fetched = isFetched(element);
    const named = addressAttributes.flatMap((name) => attributeOf(element, name) ?? []);
    const sets = (attributeOf(element, "srcset") ?? "").split(",").map((part) => part.trim().split(/\s+/)[0]);
    return [...named, ...sets.filter((text) => text !== "")].map((text) => ({ text, fetched }));
  });
}

/** A style sheet with every address of a file that it names changed. */
export function changeAddresses(css: string, change: (address: string) => string): string {
  return css.replaceAll(
    /url\(\s*(["']?)([^"')]+)\1\s*\)/g,
    (_, _quote, address: string) => `url(${change(address)})`,
  );
}

/** The addresses that a style sheet names. */
export function addressesOfStyle(css: string): NamedAddress[] {
  const named = css.matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)|@import\s+["']([^"']+)/g);
  return [...named].map((match) => ({ text: match[2] ?? match[3], fetched: true }));
}

/** The addresses that a feed or a sitemap gives. */
export function addressesOfXml(xml: string): NamedAddress[] {
  const named = xml.matchAll(/ href="([^"]*)"|<(?:loc|id)>([^<]*)</g);
  return [...named].map((match) => ({
    text: (match[1] ?? match[2]).replaceAll("&amp;", "&"),
    fetched: false,
  }));
}

function isFetched(element: Element): boolean {
  if (element.tagName === "a" || element.tagName === "form" || element.tagName === "area") return false;
  if (element.tagName !== "link") return true;
  return !(attributeOf(element, "rel") ?? "").split(/\s+/).some((rel) => passiveLinks.has(rel));
}

function addressesOfMeta(element: Element): NamedAddress[] {
  const content = attributeOf(element, "content") ?? "";
  if (linkProperties.has(attributeOf(element, "property") ?? "")) return [{ text: content, fetched: false }];
  if (attributeOf(element, "http-equiv")?.toLowerCase() !== "refresh") return [];
  const [, text] = /url=\s*["']?([^"']+)/i.exec(content) ?? [];
  return text === undefined ? [] : [{ text, fetched: true }];
}
