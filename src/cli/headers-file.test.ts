import { describe, expect, it } from "vitest";
import { headersFor, parseHeadersFile } from "./headers-file.ts";

const rules = parseHeadersFile(`# every page
/*
  X-Frame-Options: DENY
  Cache-Control: max-age=0

/_astro/*.css
  ! Cache-Control
  Cache-Control: immutable
/a/
  Link: </a>; rel=x
  Link: </b>; rel=y
`);
const read = (path: string) => Object.fromEntries(headersFor(rules, path));

describe("a _headers file", () => {
  it("sets headers for the paths that fit a pattern", () => {
    expect(read("/b/c/")).toEqual({ "x-frame-options": "DENY", "cache-control": "max-age=0" });
  });

  it("can take away what an earlier rule sets", () => {
    expect(read("/_astro/a.css")).toEqual({ "x-frame-options": "DENY", "cache-control": "immutable" });
  });

  it("joins the values of one name, and keeps colons in values", () => {
    expect(read("/a/")).toMatchObject({ link: "</a>; rel=x, </b>; rel=y" });
  });

  it("takes a full stop as a full stop", () => {
    expect(read("/_astro/a-css")).toMatchObject({ "cache-control": "max-age=0" });
  });

  it("is refused where a line can't be read", () => {
    expect(() => parseHeadersFile("/*\n  nothing")).toThrow('_headers: can\'t read "nothing"');
  });
});
