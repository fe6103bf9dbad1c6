import { describe, expect, it } from "vitest";
import { readdress, relativeTo } from "./readdress.ts";

describe("readdress", () => {
  const toRoot = (html: string) => readdress(html, relativeTo("a/b/index.html"));

  it("changes addresses that begin at the site's root", () => {
    expect(toRoot('<link href="/_astro/a.css"><script src="/_astro/a.js"></script>')).toBe(
      '<link href="../../_astro/a.css"><script src="../../_astro/a.js"></script>',
    );
  });

  it("leaves everything else as it is, byte for byte", () => {
    const html = [
      "<!DOCTYPE html><html  lang=en-GB><!-- href='/a' --><title>src=\"/a\"</title>",
      '<a href="#a">1</a><a href=b/>2</a><a href="//example.org/a">3</a><a href=\'https://example.org/\'>4</a>',
      '<p title="/a">href="/a"<script>const a = \'<a href="/a">\';</script>',
    ].join("\n");
    expect(toRoot(html)).toBe(html);
  });

  it("reads every way to write an attribute, and escapes what it writes", () => {
    expect(toRoot(`<a class=x HREF = '/a?b=1&amp;c="2"' id=y>`)).toBe(
      '<a class=x href="../../a?b=1&amp;c=&quot;2&quot;" id=y>',
    );
  });

  it("reaches into templates, drawings and what readers without scripts get", () => {
    expect(toRoot('<template><img src="/a.png"></template><svg><a href="/b/"></a></svg>')).toBe(
      '<template><img src="../../a.png"></template><svg><a href="../../b/"></a></svg>',
    );
    expect(toRoot('<head><noscript><link href="/a.css"></noscript></head>')).toBe(
      '<head><noscript><link href="../../a.css"></noscript></head>',
    );
  });

  it("reaches into the text that says where the typeface is, and into no other script", () => {
    const css = (address: string) => `@font-face{src:local("A"),url(${address})}`;
    expect(toRoot(`<script type="text/css">${css("/_astro/a.woff2")}</script>`)).toBe(
      `<script type="text/css">${css("../../_astro/a.woff2")}</script>`,
    );
    const json = `<script type="application/json">"${css("/_astro/a.woff2")}"</script>`;
    expect(toRoot(json)).toBe(json);
  });
});

describe("relativeTo", () => {
  it.each([
    ["index.html", "/", "./"],
    ["index.html", "/a/", "a/"],
    ["a/index.html", "/", "../"],
    ["a/index.html", "/a/", "./"],
    ["a/index.html", "/a", "../a"],
    ["a/index.html", "/a/b.csv", "b.csv"],
    ["a/b/index.html", "/a/c/", "../c/"],
    ["a/index.html", "/b/a/", "../b/a/"],
    ["a/story.html", "/_astro/a.css", "../_astro/a.css"],
  ])("in %s gives %s as %s", (page, address, relative) => {
    expect(relativeTo(page)(address)).toBe(relative);
  });
});
