import type { Definition, Image, ImageReference, Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import { nearest } from "../diagnostics/nearest.ts";
import { quote } from "../diagnostics/quote.ts";
import { type Finding, report, type StoryContext } from "./context.ts";
import { rangeOfNode } from "./markdown.ts";
import { sectionIds } from "./page-ids.ts";
import type { Passage } from "./passage.ts";

const schemes = ["http:", "https:", "mailto:", "tel:"];

/** A link to a place in the same page, to be checked when the page's ids are known. */
export interface FragmentLink {
  readonly id: string;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/**
 * Checks every link and image, and writes those within the site relative to the story's page (`../map.pdf`),
 * so that they hold under any path. Changes the tree.
 *
 * @returns the links to places in the page itself.
 */
export function resolveLinks(root: Root, passage: Passage, context: StoryContext): FragmentLink[] {
  const fragments: FragmentLink[] = [];
  const pictures = new Set<string>();
  visit(root, "imageReference", (node) => void pictures.add(node.identifier));
  visit(root, (node) => {
    if (node.type === "image" || node.type === "imageReference") checkAlt(node, passage, context);
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return;
    const isPicture = node.type === "image" || (node.type === "definition" && pictures.has(node.identifier));
    const range = urlRange(node, passage.text);
    if (node.url.startsWith("#") && !isPicture) {
      fragments.push({ id: decode(node.url.slice(1)), passage, ...range });
      return;
    }
    const resolved = isPicture ? resolvePicture(node.url, context) : resolveAddress(node.url, context);
    if (typeof resolved === "string") node.url = resolved;
    else report(context, passage, { ...range, ...resolved });
  });
  return fragments;
}

/** Reports links to places that the page doesn't have. */
export function checkFragments(
  links: readonly FragmentLink[],
  ids: ReadonlySet<string>,
  context: StoryContext,
): void {
  for (const { id, passage, start, end } of links) {
    if (ids.has(id)) continue;
    const near = nearest(id, ids);
    const message = `There is no scene or heading ${quote(`#${id}`)} in this story`;
    const hint = near
      ? `did you mean "#${near}"?`
      : `there are ${
          [...ids]
            .filter((each) => !(sectionIds as readonly string[]).includes(each))
            .map((each) => `#${each}`)
            .join(", ") || "none"
        }`;
    report(context, passage, { rule: "story/link", start, end, message, hint });
  }
}

/** All that stands behind a `#` in a text, whatever it is: what links in it may lead to is among that. */
export function fragmentsIn(text: string): string[] {
  return Array.from(text.matchAll(/#([^\s)>"'\]}]+)/g), ([, fragment]) => decode(fragment));
}

type Refusal = Pick<Finding, "rule" | "message" | "hint">;

/** The scheme of an address in lower case, with its colon; null where it has none. */
function schemeOf(url: string): string | null {
  return /^\s*([a-z][a-z0-9+.-]*:)/i.exec(url)?.[1].toLowerCase() ?? null;
}

function refuseScheme(scheme: string): Refusal {
  const message = `An address can't have the scheme ${quote(scheme)}`;
  return { rule: "story/link", message, hint: "it starts with https:, http:, mailto:, tel:, / or #" };
}

function resolveAddress(url: string, context: StoryContext): string | Refusal {
  const scheme = schemeOf(url);
  if (scheme !== null) return schemes.includes(scheme) ? url : refuseScheme(scheme);
  if (url.trim() !== "") return resolveWithin(url, "story/link", context);
  const hint = "write it in the parentheses: [words](https://…)";
  return { rule: "story/link", message: "This link has no address", hint };
}

function resolvePicture(url: string, context: StoryContext): string | Refusal {
  const scheme = schemeOf(url);
  if (scheme !== null && !schemes.includes(scheme)) return refuseScheme(scheme);
  if (scheme === null && !/^\s*\/\//.test(url)) return resolvePictureFile(url, context);
  return {
    rule: "story/image",
    message: "An image must be a file of this site: no reader's browser asks another host for anything",
    hint: 'put the file in public/ and write its path, as in "/photo.jpg"',
  };
}

function resolvePictureFile(url: string, context: StoryContext): string | Refusal {
  const resolved = resolveWithin(url, "story/image", context);
  if (typeof resolved !== "string" || /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(resolved))
    return resolved;
  const hint = "it can be a file in public/ that ends in .png, .jpg, .svg, .webp, .avif or .gif";
  return { rule: "story/image", message: `${quote(url)} is not a picture`, hint };
}

/** An address of the site, relative to the story's own page. */
function resolveWithin(
  url: string,
  rule: "story/link" | "story/image",
  { slug, addresses, reachable }: StoryContext,
): string | Refusal {
  const base = `https://site.invalid/${slug}/`;
  const target = URL.canParse(url, base) ? new URL(url, base) : null;
  if (target === null || target.host !== "site.invalid" || url.includes("\\")) {
    return { rule, message: `${quote(url)} is not an address`, hint: "start it with https:// or /" };
  }
  const path = decode(target.pathname);
  const known = [path, `${path}/`].find((each) => addresses.has(each));
  if (known && !reachable.has(known)) return refuseDraft(url);
  if (known) return `..${encodeURI(known)}${target.search}${target.hash}`;
  const inPublic = `/${decode(url).replace(/^(\.{0,2}\/)*(public\/)?/, "")}`;
  const near = addresses.has(inPublic) ? inPublic : nearest(path, addresses);
  const hint = near ? `did you mean "${near}"?` : "it can be another story's address, or a file in public/";
  return { rule, message: `${quote(url)} leads to nothing on this site`, hint };
}

function refuseDraft(url: string): Refusal {
  const message = `${quote(url)} belongs to a draft, so it leads to nothing once this is published`;
  return {
    rule: "story/link",
    message,
    hint: "take `draft: true` out there, put it in here too, or take the link out",
  };
}

function checkAlt(node: Image | ImageReference, passage: Passage, context: StoryContext): void {
  if (node.alt?.trim()) return;
  const message = "This image has no alternative text";
  const hint = "say in the brackets what it shows: ![A map of the force's area](/map.png)";
  report(context, passage, { rule: "story/image", ...rangeOfNode(node), message, hint });
}

/** Where the address of a link stands; the whole link, where it is written otherwise than it reads. */
function urlRange(node: Link | Image | Definition, source: string): { start: number; end: number } {
  const { start, end } = rangeOfNode(node);
  const at = source.slice(start, end).lastIndexOf(node.url);
  return node.url === "" || at < 0
    ? { start, end }
    : { start: start + at, end: start + at + node.url.length };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
