import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { headersFor, parseHeadersFile } from "../cli/headers-file.ts";
import { inlineSource } from "./inline-source.ts";
import { buildJsonLd } from "./json-ld.ts";
import { commonHeaders, headersOf } from "./policy.ts";
import { loadSite } from "../load/site.ts";
import { buildLedger } from "../views/ledger/ledger.ts";
import { smallSite, smallSiteFiles } from "../../test/small-site.ts";
import { listTextFiles } from "./text-files.ts";
import { british } from "../../test/support/british.ts";

const sheets = { page: ["p{}"], embed: ["p{}", "i{}"] };

function publish(frontMatter?: string): Map<string, string> {
  const { site, story } = smallSite(frontMatter);
  return new Map(listTextFiles(site, [story], sheets).map(({ path, body }) => [path, body]));
}

const corrected = `published: 2026-02-03
updated: 2026-02-04
byline: A Writer
corrections:
  - { date: 2026-02-05, text: "It was 4, not 3.", figures: [done] }`;

describe("figures.csv", () => {
  const csv = publish().get("parts/figures.csv")!;
  const rows = parse<Record<string, string>>(csv, { columns: true, record_delimiter: "\r\n" });

  it("has every figure, those worked out included and marked", () => {
    expect(rows.map(({ id, parent, count, derived }) => [id, parent, count, derived])).toEqual([
      ["all", "", "10", "false"],
      ["done", "all", "3", "false"],
      ["open", "all", "7", "true"],
    ]);
  });

  it("has no text that a spreadsheet would run", () => {
    expect(rows.map(({ label }) => label)).toEqual(["Reports", `'=1+1, "done"`, "'-5 & <open>"]);
    expect(rows[1].note).toBe("'@cmd");
  });
});

describe("datapackage.json", () => {
  it("describes the columns and the bytes of figures.csv, and where it comes from", () => {
    const files = publish();
    const data = JSON.parse(files.get("parts/datapackage.json")!) as {
      name: string;
      sources: object[];
      resources: { path: string; bytes: number; schema: { fields: { name: string }[] } }[];
    };
    const csv = files.get("parts/figures.csv")!;
    expect(data).toMatchObject({
      name: "parts",
      homepage: "https://news.example/2026/parts/",
      created: "2026-02-03T00:00:00Z",
      sources: [{ title: "The register" }],
    });
    const [resource] = data.resources;
    expect(resource).toMatchObject({ path: "figures.csv", bytes: Buffer.byteLength(csv) });
    expect(resource.schema.fields.map(({ name }) => name).join(",")).toBe(csv.split("\r\n")[0]);
  });
});

describe("ledger.json", () => {
  it("has every number with its place, value, rows and derivation, and every claim with its sides", () => {
    const ledger = JSON.parse(publish().get("parts/ledger.json")!) as Record<string, object[]>;
    expect(ledger.figures).toContainEqual({
      ...{ id: "open", label: "-5 & <open>", count: 7, unit: "reports", row: 4 },
      ...{ derived: true, origin: "derived: 10 − 3" },
    });
    expect(ledger.numbers).toHaveLength(6);
    expect(ledger.numbers).toContainEqual({
      ...{ kind: "pct", text: "30%", expression: "done", of: "all", value: 0.3, derivation: "3 / 10" },
      ...{ figures: ["done", "all"], rows: [2, 3], line: 9, column: 40, scene: null },
      ...{ file: "content/parts.md" },
    });
    expect(ledger.numbers.at(-1)).toMatchObject({ figures: ["open"], rows: [2, 3, 4], scene: "parted" });
    expect(ledger.claims).toMatchObject([
      { text: "fewer than half", sides: [{ left: 0.3, operator: "<", right: 0.5 }] },
    ]);
    expect(ledger.pictures).toEqual([{ name: "parted", figures: ["done", "open"] }]);
    expect(ledger.charts).toEqual([{ name: "The parts", figures: ["all", "done", "open"] }]);
  });
});

describe("ledger.json, for numbers from outside the data", () => {
  it("has each with who vouches for it, and its place", () => {
    const files = smallSiteFiles("published: 2026-02-03\ncaveat: Since :cite[1998]{source=A}, all.");
    const story = new TextDecoder().decode(files.get("content/parts.md"));
    const told = `${story.replace("stay.", 'stay of :cite[12]{source="The *press*"}.[^1]')}\n[^1]: In :cite[1999]{source=B}.\n`;
    const read = loadSite(new Map(files).set("content/parts.md", new TextEncoder().encode(told)));
    expect(read.diagnostics).toEqual([]);
    const file = "content/parts.md";
    expect(buildLedger(read.stories[0], british).citations).toEqual([
      { text: "1998", source: "A", file, line: 7, column: 15, scene: null },
      { text: "12", source: "The *press*", file, line: 13, column: 23, scene: "parted" },
      { text: "1999", source: "B", file, line: 18, column: 10, scene: null },
    ]);
  });
});

describe("feed.xml", () => {
  const read = (frontMatter?: string) => parseHTML(publish(frontMatter).get("feed.xml")!).document;

  it("is an Atom feed whose entries carry their corrections and the day of the last of them", () => {
    const feed = read(corrected);
    const text = (name: string) => [...feed.querySelectorAll(name)].map((element) => element.textContent);
    expect(text("feed > title")).toEqual(["News & Figures"]);
    expect(text("entry > title")).toEqual(["What became of 10 <reports>"]);
    expect(text("entry > id")).toEqual(["https://news.example/2026/parts/"]);
    expect(text("entry > author > name")).toEqual(["A Writer"]);
    expect(text("updated")).toEqual(["2026-02-05T00:00:00Z", "2026-02-05T00:00:00Z"]);
    expect(text("summary")[0]).toContain("open & unknown. Correction, 2026-02-05: It was 4, not 3.");
  });

  it("leaves out a story without a date", () => {
    expect(read("").querySelectorAll("entry")).toHaveLength(0);
  });
});

describe("sitemap.xml and robots.txt", () => {
  it("name the story once, with the day of its last change, and where the sitemap is", () => {
    const files = publish(corrected);
    expect(files.get("sitemap.xml")!.match(/<loc>.*<\/loc>/g)).toEqual([
      "<loc>https://news.example/2026/parts/</loc>",
    ]);
    expect(files.get("sitemap.xml")).toContain("<lastmod>2026-02-05</lastmod>");
    expect(files.get("robots.txt")).toContain("Sitemap: https://news.example/2026/sitemap.xml");
  });
});

describe("drafts", () => {
  it("are in no list", () => {
    const files = publish("draft: true\npublished: 2026-02-03");
    for (const path of ["_headers", "feed.xml", "sitemap.xml"])
      expect(files.get(path)).not.toContain("parts");
  });
});

describe("_headers", () => {
  const rules = parseHeadersFile(publish().get("_headers")!);
  const promise = (headers: Iterable<readonly [string, string]>) =>
    Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));

  it.each([
    ["/", "page"],
    ["/404.html", "page"],
    ["/parts/", "page"],
    ["/parts/parted/", "page"],
    ["/parts/embed/", "embed"],
    ["/parts/story.html", "archive"],
    ["/parts/card.png", "card"],
    ["/parts/parted/card.png", "card"],
    ["/parts/figures.csv", "page"],
    ["/parts/page.json", "page"],
    ["/feed.xml", "page"],
    ["/robots.txt", "page"],
    ["/_astro/a.hash.js", "hashed"],
  ] as const)("gives %s what a file of its kind has (%s), each header once", (path, surface) => {
    expect(Object.fromEntries(headersFor(rules, path))).toEqual(
      promise([...commonHeaders, ...headersOf(surface, sheets)]),
    );
  });

  it("lets the sheets that stand in the pages be, and no other", () => {
    const sheetsAt = (path: string) =>
      /style-src 'self' ([^;]*)/.exec(headersFor(rules, path).get("content-security-policy")!)![1];
    const [page, embed] = ["p{}", "i{}"].map(inlineSource);
    expect(["/", "/404.html", "/parts/", "/parts/parted/"].map(sheetsAt)).toEqual(Array(4).fill(page));
    expect(sheetsAt("/parts/embed/")).toBe(`${page} ${embed}`);
  });

  it("lets nobody but the embed be framed, and nothing unsafe be run", () => {
    const text = publish().get("_headers")!;
    expect(text.match(/frame-ancestors \*/g)).toHaveLength(1);
    expect(text).not.toContain("unsafe");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(2000);
  });
});

describe("the JSON-LD", () => {
  it("is an article with its corrections, based on a data set, and can't end its script element", () => {
    const { site, story } = smallSite(corrected);
    const json = buildJsonLd(site, story);
    expect(json).not.toContain("<");
    expect(JSON.parse(json)).toMatchObject({
      "@type": "NewsArticle",
      headline: "What became of 10 <reports>",
      datePublished: "2026-02-03",
      dateModified: "2026-02-05",
      author: { "@type": "Person", name: "A Writer" },
      publisher: { "@type": "Organization", name: "The Paper" },
      correction: [{ "@type": "CorrectionComment", text: "It was 4, not 3.", datePublished: "2026-02-05" }],
      isBasedOn: {
        "@type": "Dataset",
        isBasedOn: "The register",
        distribution: [{ contentUrl: "https://news.example/2026/parts/figures.csv" }],
      },
    });
  });
});
