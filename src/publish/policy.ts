/**
 * What browsers may do with the site's files, and how long they may keep them. This is the one place that says so:
 * `_headers`, the snippets for servers and the `<meta>` of every page are made from it.
 */

import { inlineSource } from "./inline-source.ts";

/** The type of the text in a page's head that says which files its typeface is in: no browser takes it for a sheet. */
export const fontRulesType = "text/css";

/**
 * The one script that stands in a page, right after that text: what must be known before the page is laid out.
 * - Whether the reader is new to it, since browsers bring readers who come back to their place by the height of what is
 *   above (src/styles/sequence.css).
 * - What its script shows: asked for at once, beside the script (src/browser/page-data.ts), but not in a frame whose
 *   sandbox takes its origin away, which could not have it. No preload: Safari would ask for it twice.
 * - Where its typeface is. A sheet made by a script holds up no paint, and needs no hash in the policy, which could not
 *   know it (docs/decisions/0016-the-typeface-holds-up-nothing.md).
 */
export const firstScript = [
  "(link=>{if(link&&origin!='null')link.answer=fetch(link.href).catch(()=>{})})(document.querySelector(\"link[type='application/json']\"));",
  'location.hash||performance.getEntriesByType("navigation")[0].type!="navigate"||document.documentElement.classList.add("fresh");',
  "(document.adoptedStyleSheets=[new CSSStyleSheet])[0].replaceSync(document.currentScript.previousElementSibling.text)",
].join("");

/** A kind of file, as far as its headers go. */
export type Surface =
  /** A page of the site. */
  | "page"
  /** The moving picture alone, for a frame on anybody's page. */
  | "embed"
  /** The story in one file, which brings its own policy in a `<meta>`: its script and style are inline. */
  | "archive"
  /** A picture for links, which pages of other sites may show. */
  | "card"
  /**
   * A file whose name holds a hash of what is in it. Anybody may load it: in a sandboxed frame the embed has an origin
   * of its own, to which its site's script, style and fonts are foreign.
   */
  | "hashed";

export type Header = readonly [name: string, value: string];

/** A Content-Security-Policy in order: each directive with its values, none for a directive that takes none. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * The style sheets that stand in the pages of a kind. They are the engine's: their hashes are in what hosts were once
 * told to send, so nothing in them may depend on the content.
 */
export type Sheets = Readonly<Record<"page" | "embed", readonly string[]>>;

/** Nothing but the site's own files and what stands in the page; no form, no other base, no text turned into script. */
function ownOnly(sheets: readonly string[] = []): Policy {
  return {
    "default-src": ["'none'"],
    "script-src": ["'self'", inlineSource(firstScript)],
    "style-src": ["'self'", ...sheets.map(inlineSource)],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "base-uri": ["'none'"],
    // No script of the site's asks for anything; what judges a page asks for its site's robots.txt from within it.
    "connect-src": ["'self'"],
    "form-action": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    // The one name may make the address of the script that draws the stage (src/stage/page/start-worker.ts).
    "trusted-types": ["stage"],
  };
}

function policyOf(surface: Exclude<Surface, "hashed">, sheets: Sheets): Policy {
  switch (surface) {
    case "page":
      return { ...ownOnly(sheets.page), "frame-ancestors": ["'none'"] };
    case "embed":
      return { ...ownOnly(sheets.embed), "frame-ancestors": ["*"] };
    case "card":
      return { ...ownOnly(), "frame-ancestors": ["'none'"] };
    case "archive":
      return { "base-uri": ["'none'"], "form-action": ["'none'"], "frame-ancestors": ["'none'"] };
  }
}

/** What a page could ask of a device. The site asks for nothing. (Browsers warn of names that they don't know.) */
const deviceFeatures = [
  ...["accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen"],
  ...["geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment"],
  ...["picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb"],
  "xr-spatial-tracking",
];

/** The headers of every file, whatever it is. */
export const commonHeaders: readonly Header[] = [
  ["Strict-Transport-Security", "max-age=63072000"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
  ["Permissions-Policy", deviceFeatures.map((feature) => `${feature}=()`).join(", ")],
];

/** The headers of a file besides the common ones. */
export function headersOf(surface: Surface, sheets: Sheets): readonly Header[] {
  if (surface === "hashed") {
    return [
      ["Cross-Origin-Resource-Policy", "cross-origin"],
      ["Access-Control-Allow-Origin", "*"],
      ["Cache-Control", "public, max-age=31536000, immutable"],
    ];
  }
  const openTo = surface === "embed" || surface === "card" ? "cross-origin" : "same-origin";
  return [
    ["Content-Security-Policy", formatPolicy(policyOf(surface, sheets))],
    ["Cross-Origin-Resource-Policy", openTo],
    ["Cache-Control", "public, max-age=0, must-revalidate"],
  ];
}

/**
 * The policy of a page for its `<meta>`, for hosts that set no headers. Who may frame the page can't be said there.
 * @param sheets - the style sheets that stand in the page
 * @param own - adds to it or replaces: the hashes of what else a page has inline, say.
 */
export function metaPolicy(sheets: readonly string[], own: Policy = {}): string {
  return formatPolicy({ ...ownOnly(sheets), ...own });
}

function formatPolicy(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, values]) => [directive, ...values].join(" "))
    .join("; ");
}
