import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readFigures } from "../outcomes/read.ts";
import type { FigureTree } from "../outcomes/types.ts";
import { chartTypes, type ChartType, type Story } from "../story/types.ts";
import { british } from "../../test/support/british.ts";
import { drawChart } from "./chart.ts";

const reports = `id,parent,label,count,unit,kind,note
reports,,Reports,1841,incidents,,
charged,reports,Charged,290,people,Action,
youths,charged,Young people,124,people,,
adults,charged,Adults,,people,Action,
cautioned,reports,Cautioned,54,people,Action,
cautioned_youths,cautioned,Young people,15,people,,
cautioned_adults,cautioned,Adults,39,people,,
community,reports,Community resolution,273,cases,Agreement,
nothing,reports,Nothing of the kind,0,cases,,
rest,reports,Described nowhere,,incidents,,
`;

describe("a chart", () => {
  it.each(chartTypes)("shows every part of its figure: %s", (chart) => {
    const page = draw(chart, ["reports"]);
    const shown = textOf(page.querySelector(chart === "table" ? "table" : "svg"));
    for (const [label, count, share] of [
      ["Charged", "290", "15.8%"],
      ["Cautioned", "54", "2.9%"],
      ["Community resolution", "273", "14.8%"],
      ["Nothing of the kind", "0", "0.0%"],
      ["Described nowhere (by subtraction)", "1,224", "66.5%"],
    ]) {
      expect(shown).toContain(label);
      expect(shown).toContain(count);
      expect(shown).toContain(share);
    }
  });

  it("says the whole that each share is of, and its unit", () => {
    const page = draw("compare", ["charged", "cautioned"]);
    expect([...page.querySelectorAll("p.whole")].map(textOf)).toEqual([
      "Charged: 290 people = 100%",
      "Cautioned: 54 people = 100%",
    ]);
  });

  it("is drawn at two widths, for the style sheet to choose from", () => {
    const plots = [...draw("share", ["charged"]).querySelectorAll("svg")];
    expect(plots.map((plot) => [plot.getAttribute("class"), plot.getAttribute("width")])).toEqual([
      ["wide-chart", "588"],
      ["narrow-chart", "358"],
    ]);
  });

  it("draws bars as long as their shares", () => {
    for (const plot of draw("share", ["charged"]).querySelectorAll("svg")) {
      const width = Number(plot.getAttribute("width"));
      const middle = Math.round((width * 124) / 290);
      // A pixel is left free beside a filled bar, and for the outline of another.
      expect([...plot.querySelectorAll("rect")].map(stretchOf)).toEqual([
        [0, middle - 1],
        [middle + 1, width - 1],
      ]);
    }
  });

  it("gives the longest bar the room that the values leave", () => {
    for (const plot of draw("bars", ["charged"]).querySelectorAll("svg")) {
      const [youths, adults] = [...plot.querySelectorAll("rect")].map((bar) => stretchOf(bar)[1]);
      expect(adults).toBeLessThan(Number(plot.getAttribute("width")) - 90);
      expect(youths / adults).toBeCloseTo(124 / 166, 2);
    }
  });

  it("says in words what it shows, once", () => {
    const page = draw("share", ["charged"]);
    const [picture, ...others] = page.querySelectorAll("[aria-label]");
    expect([picture.getAttribute("role"), picture.getAttribute("aria-label"), others]).toEqual([
      "img",
      "Charged, 290 people: Young people 124, 42.8%; Adults (by\u00a0subtraction) 166, 57.2%",
      [],
    ]);
    for (const plot of page.querySelectorAll("svg")) expect(plot.getAttribute("aria-hidden")).toBe("true");
  });

  it("has the hue of each part's kind, and a hollow remainder", () => {
    const bars = [...draw("bars", ["reports"]).querySelectorAll(".wide-chart rect")];
    expect(bars.map(lookOf)).toEqual([
      "var(--hue-1)",
      "var(--hue-1)",
      "var(--hue-2)",
      "var(--ink)",
      "var(--ink) 0 in var(--ink)",
    ]);
  });

  it("tells neighbours of one hue in a bar of shares apart without colour", () => {
    const bars = [...draw("compare", ["charged", "cautioned"]).querySelectorAll(".wide-chart rect")];
    const pale = "var(--hue-1) 0.3 in var(--hue-1)";
    expect(bars.map(lookOf)).toEqual(["var(--hue-1)", pale, "var(--hue-1)", pale]);
  });

  it("repeats its figures in a table, with units", () => {
    const rows = [...draw("bars", ["charged"]).querySelectorAll("details tbody tr")];
    expect(rows.map((row) => [...row.children].map(textOf))).toEqual([
      ["Charged", "290 people", "100%"],
      ["Young people", "124 people", "42.8%"],
      ["Adults (by subtraction)", "166 people", "57.2%"],
    ]);
  });

  it("carries the story's caveat, and says whose grouping the colours are where there are several", () => {
    expect(textOf(draw("share", ["charged"]).querySelector(".note"))).toBe("Units are mixed.");
    expect(textOf(draw("bars", ["reports"]).querySelector(".note"))).toBe(
      "The colours are a grouping of ours. Units are mixed.",
    );
  });

  it("has the page's colours, and nothing that its policy forbids", () => {
    for (const chart of chartTypes) {
      const html = drawHtml(chart, ["reports"]);
      expect(html).not.toMatch(/style|NaN|undefined| id=/);
      const colours = [...html.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
      for (const colour of colours) expect(colour).toMatch(/^(currentColor|none|var\(--[a-z0-9-]+\))$/);
    }
  });

  it("is the same each time", () => {
    expect(drawHtml("share", ["reports"])).toBe(drawHtml("share", ["reports"]));
  });

  it("keeps markup in a label text", () => {
    const label = '<script>alert(1)</script> & "x"';
    const csv = `id,parent,label,count,unit\nall,,All,3,<b>cases</b>\npart,all,"${label.replaceAll('"', '""')}",3,<b>cases</b>\n`;
    const html = drawHtml("share", ["all"], treeOf(csv));
    const page = pageOf(html);
    expect([...page.querySelectorAll("script, b")]).toEqual([]);
    expect(page.querySelector("[role=img]")?.getAttribute("aria-label")).toContain(label);
    for (const shown of page.querySelectorAll("svg, table")) expect(textOf(shown)).toContain(label);
  });

  it("stands for a figure of nothing, too", () => {
    const html = drawHtml(
      "bars",
      ["all"],
      treeOf("id,parent,label,count,unit\nall,,All,0,cases\npart,all,Part,0,cases\n"),
    );
    expect(textOf(pageOf(html).querySelector("svg"))).toContain("0 · –");
    expect(html).not.toMatch(/NaN|Infinity/);
  });
});

describe("a label", () => {
  const linesIn = (label: string, chart: ChartType = "bars") => {
    const csv = `id,parent,label,count,unit\nall,,All,3,cases\npart,all,"${label}",1,cases\nrest,all,The rest,2,cases\n`;
    const page = pageOf(drawHtml(chart, ["all"], treeOf(csv)));
    const text = [...page.querySelectorAll(".narrow-chart text")].find(
      ({ textContent }) => textContent.replaceAll("\u00ad", "").slice(0, 5) === label.slice(0, 5),
    )!;
    return text.childElementCount > 0 ? [...text.children].map(textOf) : [textOf(text)];
  };

  it("is broken between words where it is wider than its chart", () => {
    expect(linesIn("Community resolution")).toEqual(["Community resolution"]);
    expect(linesIn("Described by no published outcome of any kind whatever")).toEqual([
      "Described by no published outcome of any",
      "kind whatever",
    ]);
  });

  it("keeps words together that a no-break space joins", () => {
    expect(linesIn("Described by no published outcome (by\u00a0subtraction)")).toEqual([
      "Described by no published outcome",
      "(by subtraction)",
    ]);
  });

  it("is hyphenated where one word is wider, and loses nothing", () => {
    const word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    const lines = linesIn(word);
    expect(lines.length).toBe(2);
    expect(lines.join("").replaceAll(/[-\u00ad]/g, "")).toBe(word);
  });

  it("stands over its stretch of a bar where it fits, and else at the end of a leader", () => {
    const leaders = (of: string) => draw("share", [of]).querySelectorAll(".wide-chart line").length;
    expect(leaders("charged")).toBe(0);
    // All but the remainder, which is two thirds of the whole.
    expect(leaders("reports")).toBe(4);
  });
});

/** Where a bar begins and ends, in CSS pixels. */
function stretchOf(bar: Element): number[] {
  const [x, width] = ["x", "width"].map((name) => Number(bar.getAttribute(name)));
  return [x, x + width];
}

/** The colour of a bar, how much of it there is, and the colour of its outline. */
function lookOf(bar: Element): string {
  const [fill, opacity, stroke] = ["fill", "fill-opacity", "stroke"].map((name) => bar.getAttribute(name));
  return stroke === null ? fill! : `${fill} ${opacity} in ${stroke}`;
}

function draw(chart: ChartType, of: string[]): Document {
  return pageOf(drawHtml(chart, of));
}

function drawHtml(chart: ChartType, of: string[], tree = treeOf(reports)): string {
  const text = (words: string) => ({ html: words, text: words });
  const noun = { one: "report", many: "reports" };
  const story = { tree, noun, caveat: text("Units are mixed.") } as Story;
  return drawChart({ type: "chart", chart, of, caption: text("What became of them") }, story, british);
}

function treeOf(csv: string): FigureTree {
  const { tree } = readFigures("data/test.csv", new TextEncoder().encode(csv));
  if (tree === null) throw new Error("The test's figures can't be read");
  return tree;
}

function pageOf(html: string): Document {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

/** The words of an element, its separate texts parted by one space each. */
function textOf(element: Element | null): string {
  const texts = [...(element?.querySelectorAll("text, th, td") ?? [])];
  const words =
    texts.length > 0 ? texts.map(({ textContent }) => textContent).join(" ") : element?.textContent;
  return (words ?? "").replace(/\s+/g, " ").trim();
}
