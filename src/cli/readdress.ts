import { changeAddresses } from "../publish/output/addresses.ts";
import { type Element, elementsOf, isFontRules, rawTextOf } from "../publish/output/html.ts";

/** The attributes that hold one address. */
const addressAttributes = new Set(["action", "data", "href", "poster", "src"]);

/** A stretch of a page and what stands there instead. */
interface Edit {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly text: string;
}

/**
 * The same page with its addresses within the site, those with a leading slash, changed by `change`.
 * All else stays as it is, byte for byte.
 */
export function readdress(html: string, change: (address: string) => string): string {
  const edits = elementsOf(html).flatMap((element) => [
    ...editAttributes(element, change),
    ...(isFontRules(element) ? editRules(element, change) : []),
  ]);
  let rest = 0;
  const pieces = edits
    .sort((a, b) => a.startOffset - b.startOffset)
    .map(({ startOffset, endOffset, text }) => {
      const piece = html.slice(rest, startOffset) + text;
      rest = endOffset;
      return piece;
    });
  return pieces.join("") + html.slice(rest);
}

/**
 * An address within the site as seen from a page, so that it holds wherever the site is put.
 * `page` is the page's file within the site: `stories/index.html` reads `/_astro/a.css` as `../_astro/a.css`.
 */
export function relativeTo(page: string): (address: string) => string {
  const folders = page.split("/").slice(0, -1);
  return (address) => {
    const steps = address.slice(1).split("/");
    const different = folders.findIndex((folder, at) => at >= steps.length - 1 || folder !== steps[at]);
    const shared = different < 0 ? folders.length : different;
    return "../".repeat(folders.length - shared) + steps.slice(shared).join("/") || "./";
  };
}

function editAttributes(element: Element, change: (address: string) => string): Edit[] {
  return element.attrs
    .filter(({ name, value }) => addressAttributes.has(name) && isWithinSite(value))
    .map(({ name, value }) => {
      // parse5 gives no place only to elements that the page implies, which have no attributes.
      const { startOffset, endOffset } = element.sourceCodeLocation!.attrs![name];
      return { startOffset, endOffset, text: `${name}="${escape(change(value))}"` };
    });
}

function editRules(element: Element, change: (address: string) => string): Edit[] {
  const { startTag, endTag } = element.sourceCodeLocation!;
  const text = changeAddresses(rawTextOf(element), (address) =>
    isWithinSite(address) ? change(address) : address,
  );
  return [{ startOffset: startTag!.endOffset, endOffset: endTag!.startOffset, text }];
}

function isWithinSite(address: string): boolean {
  return address.startsWith("/") && !address.startsWith("//");
}

function escape(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
