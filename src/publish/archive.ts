import { absoluteAddress } from "./addresses.ts";
import { dataUrl } from "./archive-parts.ts";
import { inlineSource } from "./inline-source.ts";
import { changeAddresses } from "./output/addresses.ts";
import {
  attributeOf,
  type Element,
  elementsOf,
  isFontRules,
  isInlineScript,
  rawTextOf,
} from "./output/html.ts";
import { metaPolicy } from "./policy.ts";
import type { Site } from "../story/types.ts";

/** What a story's archive copy is made from. */
export interface ArchiveParts {
  readonly site: Site;
  /** Path below the site of the page's folder, with a slash at its end. */
  readonly folder: string;
  readonly html: string;
  /** The page's scripts in their order, as modules that import nothing. */
  readonly scripts: readonly string[];
  /** What is in each file of the site, by its path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A stretch of the page and what stands there in the archive copy. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The paths of the scripts that a page in a folder of the site runs, in their order. */
export function listScripts({
  site,
  folder,
  html,
}: Pick<ArchiveParts, "site" | "folder" | "html">): string[] {
  return elementsOf(html)
    .filter(isScriptFile)
    .filter(isFirstOfFile)
    .map((element) => pathOf(site, folder, attributeOf(element, "src")!));
}

/**
 * A story's page in one file that needs no other: style, typeface, pictures and script are in it, and its links lead
 * to the published site. The policy allows what is inline by its hash, and nothing from anywhere.
 * Throws a RangeError where the page names a file that is not there.
 */
export function buildArchive(parts: ArchiveParts): string {
  const { html } = parts;
  const elements = elementsOf(html);
  const sheets = elements.filter(({ tagName }) => tagName === "style").map(rawTextOf);
  const fonts = elements
    .filter(isLinkedSheet)
    .map((element) => readSheet(element, parts))
    .join("\n");
  // What could end a script element before its end.
  const scripts = parts.scripts.map((script) => script.trim().replaceAll(/<(?=\/script|!--)/gi, "\\x3c"));
  const policy = metaPolicy([], {
    "script-src": scripts.map(inlineSource),
    "style-src": [...sheets, fonts].map(inlineSource),
    "img-src": ["data:"],
    "font-src": ["data:"],
    "worker-src": ["data:"],
    "connect-src": ["data:"],
  });
  // Each stands where it stood: one that fails takes none of the others with it.
  const [first, again] = [true, false].map((first) =>
    elements.filter(isScriptFile).filter((...at) => isFirstOfFile(...at) === first),
  );
  const places = first.map((element) => ({
    ...element.sourceCodeLocation!,
    when: attributeOf(element, "async") === null ? "" : " async",
  }));
  const edits = [
    ...elements.flatMap((element) => editElement(element, parts, policy)),
    { start: headEnd(elements), end: headEnd(elements), text: `<style>${fonts}</style>` },
    ...again.map(({ sourceCodeLocation }) => ({
      start: sourceCodeLocation!.startOffset,
      end: sourceCodeLocation!.endOffset,
      text: "",
    })),
    ...places.map(({ startOffset, endOffset, when }, i) => ({
      start: startOffset,
      end: endOffset,
      text: `<script type="module"${when}>${scripts[i]}</script>`,
    })),
  ];
  return applyEdits(html, edits);
}

function headEnd(elements: readonly Element[]): number {
  return elements.find(({ tagName }) => tagName === "head")!.sourceCodeLocation!.endTag!.startOffset;
}

function editElement(element: Element, parts: ArchiveParts, policy: string): Edit[] {
  const { startOffset: start, endOffset: end } = element.sourceCodeLocation ?? {
    startOffset: 0,
    endOffset: 0,
  };
  const rel = element.tagName === "link" ? attributeOf(element, "rel") : null;
  // The typeface's own sheet goes with what stands around it.
  if (isLinkedSheet(element)) return [];
  if (
    rel === "modulepreload" ||
    element.tagName === "noscript" ||
    isFontRules(element) ||
    isInlineScript(element)
  ) {
    return [{ start, end, text: "" }];
  }
  if (attributeOf(element, "http-equiv") === "content-security-policy") {
    return editAttribute(element, "content", () => policy);
  }
  const isData = rel === "alternate" && attributeOf(element, "type") === "application/json";
  if (rel === "icon" || isData || element.tagName === "img") {
    const name = element.tagName === "img" ? "src" : "href";
    return editAttribute(element, name, (address) => inline(address, parts));
  }
  return editAttribute(element, "href", (address) => publish(address, parts));
}

function editAttribute(element: Element, name: string, change: (value: string) => string): Edit[] {
  const value = attributeOf(element, name);
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (value === null || !place || change(value) === value) return [];
  const text = `${name}="${change(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  return [{ start: place.startOffset, end: place.endOffset, text }];
}

/** A link within the page stays; any other leads to where the site is published. */
function publish(address: string, { site, folder }: ArchiveParts): string {
  return address.startsWith("#") ? address : new URL(address, absoluteAddress(site, folder)).href;
}

function inline(address: string, { site, folder, files }: ArchiveParts): string {
  const path = pathOf(site, folder, address);
  return dataUrl(path, fileOf(path, files));
}

function readSheet(element: Element, { site, folder, files }: ArchiveParts): string {
  const path = pathOf(site, folder, attributeOf(element, "href")!);
  const css = new TextDecoder().decode(fileOf(path, files)).trim();
  const beside = path.slice(0, path.lastIndexOf("/") + 1);
  return changeAddresses(css, (address) => {
    const font = pathOf(site, beside, address);
    return dataUrl(font, fileOf(font, files));
  });
}

/** The path below the site of what an address names as seen from a folder of the site. */
function pathOf(site: Site, folder: string, address: string): string {
  const { pathname } = new URL(address, absoluteAddress(site, folder));
  return decodeURIComponent(pathname.slice(new URL(site.url).pathname.length));
}

function fileOf(path: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new RangeError(`There is no ${path} to put into the archive copy`);
  return bytes;
}

function isLinkedSheet(element: Element): boolean {
  return element.tagName === "link" && attributeOf(element, "rel") === "stylesheet";
}

function isScriptFile(element: Element): boolean {
  return element.tagName === "script" && attributeOf(element, "src") !== null;
}

/** Whether none of the scripts before runs the same file: browsers run a module once. */
function isFirstOfFile(script: Element, at: number, scripts: readonly Element[]): boolean {
  const file = attributeOf(script, "src");
  return scripts.findIndex((other) => attributeOf(other, "src") === file) === at;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let rest = 0;
  const pieces = edits
    .toSorted((a, b) => a.start - b.start)
    .map((edit) => {
      const piece = text.slice(rest, edit.start) + edit.text;
      rest = edit.end;
      return piece;
    });
  return pieces.join("") + text.slice(rest);
}
