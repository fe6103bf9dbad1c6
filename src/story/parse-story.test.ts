import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { fraction } from "../outcomes/fraction.ts";
import { frontMatter, problemsOf, readSpecimen } from "../../test/support/specimen.ts";
import type { Block, Story } from "./types.ts";

/** The story of a text that must be sound, warnings included. */
function soundStory(text: string, options = {}): Story {
  const read = readSpecimen(text, options);
  expect(problemsOf(read)).toEqual([]);
  expect(read.story).not.toBeNull();
  return read.story as Story;
}

function htmlOf(text: string): string {
  return soundStory(text)
    .blocks.map((block) => ("html" in block ? block.html : ""))
    .join("\n")
    .trim();
}

describe("a sound story", () => {
  it("has its title and dek in words and in HTML, with the figures in them", () => {
    const { title, dek } = soundStory("Some text.");
    expect(title).toEqual({
      html: 'What became of <data class="n" value="1841" data-of="reports">1,841</data> reports',
      text: "What became of 1,841 reports",
    });
    expect(dek.text).toBe("Of them, 363 are left.");
  });

  it("is a list of blocks, in which scenes in a row share a stage", () => {
    const { blocks } = soundStory(
      [
        "Before.",
        ':::scene{#all}\nAll.\n:::\n\n:::scene{#parts split="reports" focus="charged warned" as=bars}\nParts.\n:::',
        "Between.",
        ':::scene{#more split="reports charged"}\nMore.\n:::',
        "::chart[A caption]{type=bars of=reports}",
        "::helpline",
        ":::aside[A title]\nBeside.\n:::",
        "::method",
      ].join("\n\n"),
    );
    expect(blocks.map(describeBlock)).toEqual([
      "prose <p>Before.</p>",
      "stage all:blocks::, parts:bars:reports:charged warned",
      "prose <p>Between.</p>",
      "stage more:flow:reports charged:",
      "chart bars of reports: A caption",
      "helpline",
      "aside A title: <p>Beside.</p>",
      "method",
    ]);
  });

  it("writes counts in digits and in words, shares and ratios", () => {
    expect(
      htmlOf(
        ":n[charged], :n[charged]{as=words}, :n[warned]{as=Words}, :pct[charged]{digits=1}, :ratio[charged_youths]{of=reports}",
      ).replace(/<[^>]*>/g, ""),
    ).toBe("290, two hundred and ninety, Thirty-eight, 15.8%, just over one in fifteen");
  });

  it("enters what is bound into the ledger in reading order, with its scene and place", () => {
    const { bindings } = soundStory(
      ':::scene{#one}\n:claim[fewer than :n[charged + warned]]{that="charged < 300"} of :pct[charged]\n:::\n',
    );
    expect(
      bindings.map(({ kind, text, value, scene, span }) => [kind, text, value, scene, span.start]),
    ).toEqual([
      ["n", "1,841", 1841, null, { line: 2, column: 23 }],
      ["n", "363", 363, null, { line: 3, column: 15 }],
      ["claim", "fewer than 328", null, "one", { line: 8, column: 1 }],
      ["n", "328", 328, "one", { line: 8, column: 19 }],
      ["pct", "16%", 290 / 1841, "one", { line: 8, column: 66 }],
    ]);
    expect(bindings[2]).toMatchObject({
      figures: ["charged"],
      receipt: "r-charged-lt-300",
      comparisons: [{ left: { value: fraction(290) }, operator: "<", right: { value: fraction(300) } }],
    });
    expect(bindings[4]).toMatchObject({
      receipt: "r-charged--reports",
      expression: { source: "charged" },
      of: { source: "reports" },
    });
  });

  it("lights up the dots that a difference counts, not those that it takes away", () => {
    const { bindings } = soundStory(
      ":n[reports - undescribed] :n[charged - charged_youths] :n[charged_youths + charged_adults]",
    );
    expect(bindings.slice(2).map(({ figures }) => figures)).toEqual([
      ["charged", "warned", "no_outcome"],
      ["charged_adults"],
      ["charged"],
    ]);
  });

  it("links what is bound to its receipt, and says which dots it counts", () => {
    expect(htmlOf(':n[reports - undescribed] :ratio[charged] :claim[few]{that="charged < 300"}')).toBe(
      '<p><a class="n" href="#r-reports-minus-undescribed" data-of="charged warned no_outcome">1,478</a> ' +
        '<a class="n" href="#r-charged--reports" data-of="charged">just under one in six</a> ' +
        '<a class="n claim" href="#r-charged-lt-300" data-of="charged">few</a></p>',
    );
  });

  it("has no link inside another, nor a button inside a link", () => {
    expect(htmlOf(':claim[fewer than :n[warned]]{that="charged < 300"} [the :n[warned]](/other/)')).toBe(
      '<p><a class="n claim" href="#r-charged-lt-300" data-of="charged">fewer than 38</a> ' +
        '<a href="../other/">the 38</a></p>',
    );
    const html = htmlOf(':claim[few :term[community resolution]s of :n[warned]]{that="charged < 300"}');
    expect(html).toMatch(/^<p><span class="n claim" data-of="charged">few <span class="term"><button/);
    expect(html).toContain('<a class="n" href="#r-warned" data-of="warned">38</a></span>');
  });

  it("leads from a claim that holds a term or a link to its receipt by a mark behind it", () => {
    const mark = (words: string) =>
      '</span><sup><a class="n claim" href="#r-charged-lt-300" data-of="charged" ' +
      `aria-label="Receipt: ${words}">†</a></sup></p>`;
    const that = '{that="charged < 300"}';
    expect(htmlOf(`:claim[few :term[community resolution]s]${that}`)).toContain(
      mark("few community resolutions"),
    );
    expect(htmlOf(`:claim[[few](/other/)]${that}`)).toContain(mark("few"));
  });

  it("holds together a term and what follows it without a space: no line begins with a comma", () => {
    const html = htmlOf(":term[Community resolution]s, and *:term[community resolution].*");
    expect(html).toContain("Community resolution</button>s,<span popover");
    expect(html).toContain("community resolution</button>.<span popover");
    expect(html).toContain("</span></span> and <em>");
  });

  it("explains terms and names sources in notes that open without script, each with an id of its own", () => {
    const html = htmlOf(
      ':term[Community resolution] :term[community resolution] :cite[2012]{source="A paper"}',
    );
    expect(html).toContain(
      '<span class="term"><button type="button" popovertarget="term-community-resolution">Community resolution</button>' +
        '<span popover="auto" id="term-community-resolution" role="note">An agreement without a court.</span></span>',
    );
    expect(html).toContain('id="term-community-resolution-2"');
    expect(html).toContain('<span popover="auto" id="cite-2012" role="note">Source: A paper</span>');
  });

  it("keeps everything else with a colon as text", () => {
    expect(htmlOf("At 10:30 a Note:this and Re:pct-like and a list:[one *two*]")).toBe(
      "<p>At 10:30 a Note:this and Re:pct-like and a list:[one <em>two</em>]</p>",
    );
  });

  it("numbers headings below the page's own; those that links lead to have ids, which are no scene's", () => {
    const text = ":::scene{#what}\n# In a scene\n\nText.\n:::\n\n# What\n\n### Why?\n\n# Not linked\n";
    expect(htmlOf(`${text}\n[a](#what-2) [b](#why)\n`)).toBe(
      '<h2 id="what-2">What</h2><h3 id="why">Why?</h3><h2>Not linked</h2>' +
        '<p><a href="#what-2">a</a> <a href="#why">b</a></p>',
    );
    const { blocks } = soundStory(":::scene{#what}\n# In a scene\n\nText.\n:::\n");
    expect(blocks[0]).toMatchObject({
      scenes: [
        {
          title: { html: "<h3>In a scene</h3>", text: "In a scene" },
          body: { html: "<p>Text.</p>", text: "Text." },
        },
      ],
    });
  });

  it("has the title of a scene only where the scene begins with it", () => {
    const { scenes } = soundStory(
      ":::scene{#one}\n## A :n[charged] title\n\nText.\n:::\n\nProse.\n\n:::scene{#two}\nText.\n\n## Later\n:::",
    );
    expect(scenes.map(({ id, title }) => [id, title?.text])).toEqual([
      ["one", "A 290 title"],
      ["two", undefined],
    ]);
    expect(scenes[1].body.text).toBe("Text. Later");
  });

  it("numbers footnotes through all its blocks and ends with them", () => {
    const { blocks } = soundStory(
      ":::scene{#one}\nText[^a].\n:::\n\nMore[^b].\n\n[^b]: Second.\n[^a]: First.\n",
    );
    const notes = blocks.at(-1) as Block & { type: "footnotes" };
    expect(notes.type).toBe("footnotes");
    expect(notes.html.indexOf("First.")).toBeLessThan(notes.html.indexOf("Second."));
    expect(notes.html).toContain('<li id="fn-a">');
  });

  it("aligns the columns of tables with classes, without style", () => {
    const html = htmlOf("| a | b |\n| :- | -: |\n| c | d |\n");
    expect(html).toContain('<th scope="col" class="right">b</th>');
    expect(html).not.toMatch(/style=|align=/);
  });

  it("writes addresses within the site relative to its own page", () => {
    expect(
      htmlOf("[a](/other/) [b](figures.csv) [c](/map.png#x) [d](https://example.org/) ![Map](/map.png)"),
    ).toBe(
      '<p><a href="../other/">a</a> <a href="../specimen/figures.csv">b</a> <a href="../map.png#x">c</a> ' +
        '<a href="https://example.org/">d</a> <img src="../map.png" alt="Map"></p>',
    );
  });

  it("lets a dot stand for several reports where there are more than 5,000, unless told otherwise", () => {
    const figures =
      "id,parent,label,count,unit\nreports,,Reports,12000,reports\nundescribed,reports,Rest,,reports\n";
    expect(soundStory("Text.", { figures }).dot).toBe(5);
    expect(soundStory("Text.", { figures, front: frontMatter("dot: 100") }).dot).toBe(100);
  });

  it("lets a story have 20,000 dots, and no more", () => {
    const figures =
      "id,parent,label,count,unit\nreports,,Reports,40000,reports\nundescribed,reports,Rest,,reports\n";
    const front = (dot: number) => ({ figures, front: frontMatter(`dot: ${dot}`) });
    expect(soundStory("Text.", front(2)).dot).toBe(2);
    expect(problemsOf(readSpecimen("Text.", front(1)))).toEqual([
      expect.stringContaining("These are 40,000 dots, and a picture can have 20,000"),
    ]);
  });
});

describe("any text", () => {
  const pieces = [
    ":n[charged]",
    ":::scene{#a}",
    ":::",
    "::chart[x]{",
    "}",
    "[^a]",
    "`",
    "|",
    "> ",
    "- ",
    "<b>",
    "\n",
    "\n\n",
    "---\n",
    "{as=",
    '"',
    ":claim[",
    "]",
    "&amp;",
    "\\",
    "1,841",
    "\r\n",
    "\t",
  ];

  it("is read without throwing, and gives a story or an error", () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 5 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.boolean(), (parts, hasFront) => {
        const { story, diagnostics } = readSpecimen(parts.join(""), hasFront ? {} : { front: "" });
        expect(story !== null).toBe(!diagnostics.some(({ severity }) => severity === "error"));
      }),
      { seed: 1841, numRuns: 100 },
    );
  }, 30_000);

  it("comes out escaped where it stands in code, or in an attribute", () => {
    const html = htmlOf('`<script>` a \\<b> :cite[2012]{source="<i>\'&lt;"} [x](/other/ "<u>\\"onclick=x")');
    const elements = [...parseHTML(`<html><body>${html}</body></html>`).document.body.querySelectorAll("*")];
    expect(elements.map(({ localName }) => localName)).toEqual(["p", "code", "span", "button", "span", "a"]);
    expect(elements.at(-1)?.getAttributeNames()).toEqual(["href", "title"]);
  });

  it("that is nested deeper than people write is refused at once", () => {
    for (const text of [
      "> ".repeat(9000),
      ":a[".repeat(9000),
      ":::scene\n".repeat(9000),
      "- ".repeat(9000),
    ]) {
      expect(problemsOf(readSpecimen(text))).toEqual([
        expect.stringContaining(
          "error story/directive: From here on the text is nested too deeply to be read",
        ),
      ]);
    }
  });
});

function describeBlock(block: Block): string {
  switch (block.type) {
    case "prose":
      return `prose ${block.html}`;
    case "stage":
      return `stage ${block.scenes.map(({ id, as, split, focus }) => `${id}:${as}:${split.join(" ")}:${focus.join(" ")}`).join(", ")}`;
    case "chart":
      return `chart ${block.chart} of ${block.of.join(" ")}: ${block.caption.text}`;
    case "aside":
      return `aside ${block.title.text}: ${block.html}`;
    default:
      return block.type;
  }
}
