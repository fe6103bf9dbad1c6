import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { buildArchive, listScripts } from "./archive.ts";
import { inlineSource } from "./inline-source.ts";

const site = {
  title: "A site",
  description: "Of stories",
  url: "https://site.example/news/",
  publisher: { name: "Somebody", url: "https://site.example/" },
  locale: "en-GB",
  helpline: { name: "Help", phone: "999", url: "https://help.example/", text: "Call." },
  exit: { label: "Leave", url: "https://elsewhere.example/" },
};

const html = `<!doctype html>
<html lang="en"><head><title>A story</title>
<meta http-equiv="content-security-policy" content="default-src 'none'">
<link rel="modulepreload" href="../_astro/a.js"><link rel="icon" href="../icon.svg">
<script type="text/css">@font-face{src:url(../_astro/a.woff2)}</script><script>makeSheet()</script>
<noscript><link rel="stylesheet" href="../_astro/a.css"></noscript>
<style>b{color:red}</style><script type="module" async src="../_astro/a.js"></script>
<script type="module" src="../_astro/a.js"></script></head>
<body><p><a href="#one">One</a> <a href="figures.csv">Figures</a> <a href="tel:999">999</a></p>
<p id="one"><img src="../map.png" alt="A map"></p></body></html>`;

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ["_astro/a.css", bytes('@font-face{src:local("X"),url("a.woff2")}')],
  ["_astro/a.woff2", bytes("font")],
  ["icon.svg", bytes("<svg/>")],
  ["map.png", bytes("map")],
]);
const page = { site, folder: "story/", html };
const parts = {
  ...page,
  files,
  scripts: ['let a = "</script><!--";'],
};
const document = () => parseHTML(buildArchive(parts)).document;

describe("buildArchive", () => {
  it("holds style, font, script and pictures, and names no file", () => {
    const names = [...document().querySelectorAll("link, script, img")].flatMap((element) =>
      ["href", "src"].flatMap((name) => element.getAttribute(name) ?? []),
    );
    expect(names).toEqual(["data:image/svg+xml;base64,PHN2Zy8+", "data:image/png;base64,bWFw"]);
    expect(Array.from(document().querySelectorAll("head style"), ({ textContent }) => textContent)).toEqual([
      "b{color:red}",
      '@font-face{src:local("X"),url(data:font/woff2;base64,Zm9udA==)}',
    ]);
  });

  it("allows what is inline by its hash, and nothing from elsewhere", () => {
    const policy = document().querySelector("meta[http-equiv]")!.getAttribute("content")!;
    const sourcesOf = (name: string) =>
      Array.from(document().querySelectorAll(name), ({ textContent }) => inlineSource(textContent)).join(" ");
    expect(policy).toContain(`script-src ${sourcesOf("script")};`);
    expect(policy).toContain(`style-src ${sourcesOf("style")};`);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toContain("'self'");
  });

  it("keeps links within the page, and leads the others to the published site", () => {
    const links = [...document().querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["#one", "https://site.example/news/story/figures.csv", "tel:999"]);
  });

  it("lets no script end its own element", () => {
    const scripts = document().querySelectorAll("script");
    expect(scripts).toHaveLength(1);
    expect(scripts[0].textContent).toBe('let a = "\\x3c/script>\\x3c!--";');
  });

  it("says which file is missing", () => {
    const without = new Map([...files].filter(([path]) => path !== "map.png"));
    expect(() => buildArchive({ ...parts, files: without })).toThrow(
      new RangeError("There is no map.png to put into the archive copy"),
    );
  });
});

describe("listScripts", () => {
  it("gives the paths below the site", () => {
    expect(listScripts(page)).toEqual(["_astro/a.js"]);
  });
});
