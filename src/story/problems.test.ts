import { describe, expect, it } from "vitest";
import { frontMatter, problemsOf, readSpecimen } from "./specimen.ts";

/** The problems of a text that starts on line 7. */
const inText = (text: string) => problemsOf(readSpecimen(text));
/** The problems of front matter with these lines, from line 2 on. */
const inFront = (...lines: string[]) => problemsOf(readSpecimen("Text.", { front: frontMatter(...lines) }));

describe("figures and expressions", () => {
  it("must be in the data", () => {
    expect(inText(":n[charged + wraned]")).toEqual([
      '7:1-7:21 error story/unknown-figure: There is no figure "wraned" in data/small.csv (did you mean "warned"? (row 6))',
    ]);
    expect(inText(':claim[x]{that="chargd < 300"}')[0]).toContain("7:1-7:31 error story/unknown-figure");
    expect(inText(":pct[charged]{of=report}")[0]).toContain("7:1-7:25 error story/unknown-figure");
  });

  it("must be whole, and come to something", () => {
    expect(inText(":n[charged +]")[0]).toContain("7:1-7:14 error story/expression: The expression ends");
    expect(inText(":n[charged.x]")[0]).toContain("error story/expression");
    expect(inText(":n[warned - charged]")).toEqual([
      '7:1-7:21 error story/expression: "warned - charged" comes to −252, and a count can\'t be less than 0 (swap the two sides)',
    ]);
    expect(inText(":pct[charged]{of=warned}")[0]).toContain(
      'story/expression: "charged" is more than "warned"',
    );
    expect(inText(":n")[0]).toContain('7:1-7:3 error story/directive: "n" needs a figure in brackets');
  });

  it("must say of what they are a share, where that isn't plain", () => {
    expect(inText(":pct[charged + charged_youths]")[0]).toContain("story/attribute");
    expect(inText(":ratio[reports]")[0]).toContain('"ratio" needs the attribute "of"');
  });

  it("must bear claims out", () => {
    expect(inText(':claim[x]{that="charged / reports > 1/6"}')).toEqual([
      "7:1-7:42 error story/false-claim: This claim is false: charged / reports comes to 0.1575…, " +
        "which is not more than 1/6 (0.1666…); they are 0.0091… apart (change the words and what they claim)",
    ]);
    expect(inText(':claim[x]{that="charged / reports == 0.1575"}')[0]).toContain(
      "which is not equal to 0.1575; they are less than 0.0001 apart",
    );
    expect(inText(':claim[x]{that="charged"}')[0]).toContain(
      "story/expression: A claim must compare something",
    );
    expect(inText(":claim[x]")[0]).toContain(
      '7:1-7:10 error story/attribute: "claim" needs the attribute "that"',
    );
  });
});

describe("front matter with a value that breaks it", () => {
  it("is read on: what stands after it is checked as well", () => {
    const problems = inFront("title: The reports: a year", "dek: There were 290.");
    expect(problems.map((problem) => problem.replace(/ \(.*/s, ""))).toEqual([
      "2:8-2:9 error story/front-matter: A value with a colon and a space in it can't stand without quotation marks",
      '3:17-3:20 error story/number: "290" is in the data: bind it',
    ]);
  });
});

describe("directives", () => {
  it("are not published as they are written for a colon too many", () => {
    expect(inText("There were ::n[charged], and ::chart[X]{type=bars of=reports} here.")).toEqual([
      '7:12-7:15 error story/directive: "n" is written with other colons (write :n[…])',
      '7:30-7:37 error story/directive: "chart" can\'t stand inside a sentence (put it on a line of its own: ::chart)',
    ]);
    expect(inText("A C++ name is std::n, or \\:\\:n[x], or `::n[x]`.")).toEqual([]);
  });

  it("need straight quotation marks, and say so", () => {
    expect(inText(":claim[few]{that=“charged < warned”}")[0]).toContain(
      'put the values in straight quotation marks, "…", not in “…”',
    );
  });

  it("must be known, or else plain text", () => {
    expect(inText("a :clam[x] b")).toEqual([
      '7:3-7:8 error story/directive: There is no directive "clam" (did you mean "claim"? (for a plain colon, write "\\:"))',
    ]);
    expect(inText("::chrat[x]{type=bars of=reports}")[0]).toContain(
      '7:3-7:8 error story/directive: There is no directive "chrat"',
    );
    expect(inText("::scene")[0]).toContain("write :::scene");
    expect(inText(":helpline[x]")[0]).toContain("write ::helpline");
  });

  it("must be closed, and are missed where they open", () => {
    expect(inText(":::scene{#a}\nText.\n\n:::scene{#b}\nText.\n:::\n")).toEqual([
      '7:1-7:13 error story/directive: This "scene" is never closed (put a line ":::" where it ends)',
    ]);
    expect(inText("Text.\n\n:::")[0]).toContain("9:1-9:4 error story/directive: There is nothing open");
    expect(inText("```\n:::scene\n```")).toEqual([]);
  });

  it("must stand at the top of the text", () => {
    expect(inText(":::scene{#a}\nText.\n\n:::scene{#b}\nText.\n:::\n:::\n")).toEqual([
      '10:1-10:13 error story/directive: A scene inside a scene (close the scene before it, with a line ":::")',
    ]);
    expect(inText("> ::helpline")[0]).toContain(
      '7:5-7:13 error story/directive: "helpline" can\'t stand inside',
    );
  });

  it("must be written without stray spaces, and with their braces closed", () => {
    expect(inText("::chart [x]{type=bars of=reports}")[0]).toContain(
      "7:1-7:34 error story/directive: This line can't be read",
    );
    expect(inText(":n[charged]{as=words")[0]).toContain('7:12-7:13 error story/attribute: What follows "n"');
  });

  it("must have only attributes and values of their own", () => {
    expect(inText(":pct[charged]{digts=1}")).toEqual([
      '7:15-7:20 error story/attribute: "pct" has no attribute "digts" (did you mean "digits"?)',
    ]);
    expect(inText(":pct[charged]{digits='4'}")[0]).toContain(
      '7:23-7:24 error story/attribute: "digits" can\'t be "4"',
    );
    expect(inText(":n[charged]{.big}")[0]).toContain(
      '7:13-7:17 error story/attribute: "n" has no attribute "class"',
    );
    expect(inText(":n[charged]{as=words as=Words}")[0]).toContain(
      '7:22-7:24 error story/attribute: The attribute "as" is here twice',
    );
    expect(inText(":cite[2012]")[0]).toContain(
      '7:1-7:12 error story/attribute: "cite" needs the attribute "source"',
    );
    expect(inText("::chart[x]{type=pie of=reports}")[0]).toContain("it can be bars, share, compare, table");
  });

  it("must name terms of the glossary", () => {
    expect(inText(":term[comunity resolution]")).toEqual([
      '7:1-7:27 error story/term: There is no term "comunity resolution" in content/glossary.yaml (did you mean "community resolution"?)',
    ]);
  });
});

describe("scenes", () => {
  it("must have an id of their own, and text", () => {
    expect(inText(":::scene\n:::")).toEqual([
      "7:1-7:9 error story/scene: This scene has no id (give it an address: :::scene{#charged})",
      '7:1-7:9 error story/scene: This scene has no text (write the step\'s text between its line and the closing ":::")',
    ]);
    expect(inText(":::scene{#a}\nx\n:::\n:::scene{#a}\nx\n:::")[0]).toContain(
      '10:11-10:12 error story/scene: There are two scenes "a"',
    );
    expect(inText(":::scene{#Über}\nx\n:::")[0]).toContain("7:11-7:15 error story/scene");
    expect(inText(":::scene{#embed}\nx\n:::")[0]).toContain("own pages use that address");
  });

  it("must split and focus on what the data has", () => {
    expect(inText(':::scene{#a split="reports warned" focus="warnd"}\nx\n:::')).toEqual([
      '7:28-7:34 error story/scene: "warned" has no parts to set apart (these have: reports, charged)',
      '7:43-7:48 error story/scene: There is no figure "warnd" in data/small.csv (did you mean "warned"? (row 6))',
    ]);
  });
});

describe("links, images and HTML", () => {
  it("must not be raw HTML", () => {
    expect(inText("a <b>x")[0]).toContain('7:3-7:6 error story/html: Raw HTML is not taken: "<b>"');
    expect(inText("<!-- x -->")[0]).toContain("take the comment out");
  });

  it("must lead somewhere", () => {
    expect(inText("[a](javascript:x)")[0]).toContain(
      '7:5-7:17 error story/link: An address can\'t have the scheme "javascript:"',
    );
    expect(inText("[a](/othr/)")[0]).toContain(
      '7:5-7:11 error story/link: "/othr/" leads to nothing on this site (did you mean "/other/"?)',
    );
    expect(inText("[a](//example.org)")[0]).toContain("error story/link");
    expect(inText("# Some words\n\n[a](#some-wrds)")[0]).toContain('did you mean "#some-words"?');
    expect(inText("[a][b]\n\n[b]: data:x")[0]).toContain("9:6-9:12 error story/link");
    expect(inText("Text[^a]")[0]).toContain('7:5-7:9 error story/link: There is no footnote "a"');
    expect(inText("[^a]: Text.")[0]).toContain("7:1-7:5 error story/link: Nothing refers to the footnote");
    expect(inText("[a][b]")[0]).toContain('7:3-7:7 error story/link: There is no address for the link "b"');
    expect(inText("[a](/an other/)")[0]).toContain(
      "7:3-7:16 error story/link: The address of this link can't be read",
    );
    expect(inText("\\[^a\\] and f\\[0\\]\\(x)")).toEqual([expect.stringContaining('number "0"')]);
  });

  it("must show an image of this site, and say what it shows", () => {
    expect(inText("![](/map.png)")[0]).toContain(
      "7:1-7:14 error story/image: This image has no alternative text",
    );
    expect(inText("![Map](map.png)")[0]).toContain('did you mean "/map.png"?');
    expect(inText("![Map](https://example.org/map.png)")[0]).toContain("error story/image");
  });
});

describe("front matter", () => {
  it("must be there, and closed", () => {
    expect(problemsOf(readSpecimen("Text.", { front: "" }))).toEqual([
      expect.stringContaining("1:1-1:6 error story/front-matter: This story has no front matter"),
    ]);
    expect(problemsOf(readSpecimen("Text.", { front: "---\ntitle: x\n" }))[0]).toContain("never closed");
  });

  it("must have all its keys, no others, and values of the right type", () => {
    expect(inFront("tilte: x")).toContain(
      '2:1-2:6 error story/front-matter: There is no key "tilte" (did you mean "title"?)',
    );
    expect(inFront("source: { name: x, publisher: y }")[0]).toContain(
      '2:1-2:7 error story/front-matter: "source.period" is missing',
    );
    expect(inFront("published: 2016-02-31")[0]).toContain(
      '2:12-2:22 error story/front-matter: "published" must be a date',
    );
    expect(inFront("draft: perhaps")[0]).toContain('"draft" must be true or false');
    expect(inFront("title: a: b")[0]).toContain("2:8-2:9 error story/front-matter: A value with a colon");
  });

  it("must name a file in data/", () => {
    expect(inFront("data: smal.csv")).toEqual([
      '2:7-2:15 error story/data-file: There is no file "data/smal.csv" (did you mean "small.csv"?)',
    ]);
    expect(inFront("data: ../secret.csv")[0]).toContain("must lie in data/");
  });

  it("must have a caveat where the figures mix units", () => {
    const figures = "id,parent,label,count,unit\nreports,,R,10,incidents\nundescribed,reports,C,,people\n";
    const [problem] = readSpecimen("Text.", { figures }).diagnostics;
    expect(problem).toMatchObject({ rule: "data/units", span: { start: { line: 4, column: 7 } } });
    expect(problem.related).toEqual([expect.objectContaining({ file: "data/small.csv" })]);
    expect(readSpecimen("Text.", { figures, front: frontMatter("caveat: Mixed.") }).story).not.toBeNull();
  });

  it("has its directives' problems at their place, however the text is quoted and folded", () => {
    expect(inFront('title: "a \\"b\\" :n[nope]"')[0]).toContain("2:17-2:25 error story/unknown-figure");
    expect(inFront("title: 'it''s :n[nope]'")[0]).toContain("2:15-2:23 error story/unknown-figure");
    expect(inFront("dek: |\n  One line,\n\n  and :n[nope]")[0]).toContain("one paragraph");
    expect(inFront("dek: >-\n  One line,\n  and :n[nope]")[0]).toContain(
      "4:7-4:15 error story/unknown-figure",
    );
    expect(inFront("dek: One line\n  and :n[nope]")[0]).toContain("3:7-3:15 error story/unknown-figure");
  });
});
