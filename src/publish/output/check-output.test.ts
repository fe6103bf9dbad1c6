import { describe, expect, it } from "vitest";
import { firstScript, metaPolicy } from "../policy.ts";
import { smallSite } from "../../../test/small-site.ts";
import { checkOutput } from "./check-output.ts";
import { checkWeights } from "./weights.ts";

const { site } = smallSite();

function check(texts: Record<string, string>): string[] {
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, new TextEncoder().encode(text)]));
  const faults = checkOutput({ site, files, drafts: ["secret"], machinePaths: ["/home/ann/"] });
  return faults.map(({ file, message }) => `${file}: ${message}`);
}

const meta = `<meta http-equiv="content-security-policy" content="${metaPolicy(["p{}"])}">`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><head>${meta}<title>T</title></head><body>${body}`;

describe("checkOutput", () => {
  it("finds nothing in a site that holds together", () => {
    const faults = check({
      "index.html": page(
        '<a href="parts/#a">a</a> <a href="https://other.example/">b</a> <a href="tel:1">c</a>',
      ),
      "parts/index.html": page(
        '<style>p{}</style><i id="a"></i><a href="../">up</a><script type="application/ld+json">{}</script><script src="../a.js"></script>',
      ),
      "404.html": page('<a href="/2026/parts/">a</a>'),
      "a.js": "",
      "a.css": "@font-face { src: url(./a.woff2) }",
      "a.woff2": "",
      "feed.xml": '<link href="https://news.example/2026/parts/"/>',
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['<a href="no/">a</a>', 'the address "no/" leads to nothing'],
    ['<a href="#no">a</a>', 'the address "#no" leads to a page that has no "no"'],
    [
      '<a href="https://news.example/2026/no/">a</a>',
      'the address "https://news.example/2026/no/" leads to nothing',
    ],
    [
      '<script type="text/css">@font-face{src:url(a.woff2)}</script>',
      'the address "a.woff2" leads to nothing',
    ],
    ['<noscript><link rel="stylesheet" href="a.css"></noscript>', 'the address "a.css" leads to nothing'],
    ['<img srcset="b.png 2x" alt="">', 'the address "b.png" leads to nothing'],
    [
      '<img src="https://cdn.example/a.png" alt="">',
      'the address "https://cdn.example/a.png" is another host\'s, and would be fetched',
    ],
    ['<script src="/a.js"></script>', 'the address "/a.js" lies outside the site'],
    [
      '<meta property="og:image" content="https://news.example/2026/no.png">',
      'the address "https://news.example/2026/no.png" leads to nothing',
    ],
    ["<script>1</script>", "an inline <script>, which the policy refuses"],
    [`<script>${firstScript} </script>`, "an inline <script>, which the policy refuses"],
    ["<style>a{}</style>", "an inline <style>, which the policy refuses"],
    ['<p style="color:red">', "a style attribute on <p>, which the policy refuses"],
    ['<p onclick="a()">', "a onclick attribute on <p>, which the policy refuses"],
    ["/home/ann/news/data", "it mentions /home/ann/, a folder of this machine"],
  ])("finds %s", (body, message) => {
    expect(check({ "index.html": page(body) })).toEqual([`index.html: ${message}`]);
  });

  it("finds other hosts in styles, dead addresses in feeds, drafts, source code and pages without a policy", () => {
    expect(
      check({
        "a.css": '@import "https://fonts.example/a.css";',
        "feed.xml": "<id>https://news.example/2026/gone/</id>",
        "secret/figures.csv": "",
        ".prerender/entry.mjs": "",
        "a/index.html": "<p>",
      }),
    ).toEqual([
      'a.css: the address "https://fonts.example/a.css" is another host\'s, and would be fetched',
      'feed.xml: the address "https://news.example/2026/gone/" leads to nothing',
      "a/index.html: the page has no policy in its <meta>",
      'secret/figures.csv: it belongs to the draft "secret"',
      ".prerender/entry.mjs: it is no file of a site",
    ]);
  });

  it("knows an address that only looks like a folder of the machine", () => {
    expect(check({ "a.json": '"https://site.example/home/ann/"' })).toEqual([]);
  });
});

describe("checkWeights", () => {
  it("finds files that are too heavy for their kind", () => {
    const sizes = new Map([
      ["a.woff2", 40_001],
      ["b.woff2", 40_000],
      ["c.csv", 1_000_000],
    ]);
    expect(checkWeights(sizes)).toEqual([
      { file: "a.woff2", message: "it takes 41 kB on the wire, and may take 40 kB" },
    ]);
  });
});
