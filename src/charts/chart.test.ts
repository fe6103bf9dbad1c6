import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readFigures } from "../outcomes/read.ts";
import type { FigureTree } from "../outcomes/types.ts";
import type { ChartType, Story } from "../story/types.ts";
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
  it.each(["bars", "share", "compare", "table"] as const)("shows every part of its figure: %s", (chart) => {
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

  it("draws bars as long as their shares", () => {
    const bars = [...draw("share", ["charged"]).querySelectorAll("rect")];
    expect(bars.map((bar) => [bar.getAttribute("x") ?? "0%", bar.getAttribute("width")])).toEqual([
      ["0%", "42.76%"],
      ["42.76%", "57.24%"],
    ]);
  });

  it("says in words what it shows", () => {
    const name = draw("share", ["charged"]).querySelector("svg")?.getAttribute("aria-label");
    expect(name).toBe(
      "Charged, 290 people: Young people 124, 42.8%; Adults (by\u00a0subtraction) 166, 57.2%",
    );
  });

  it("has the hue of each part's kind, and a hollow remainder", () => {
    const bars = [...draw("bars", ["reports"]).querySelectorAll("rect")];
    expect(bars.map((bar) => bar.getAttribute("class"))).toEqual(["h1", "h1", "h2", "h0", "h0 hollow"]);
  });

  it("tells neighbours of one hue in a bar of shares apart without colour", () => {
    const bars = [...draw("compare", ["charged", "cautioned"]).querySelectorAll("rect")];
    expect(bars.map((bar) => bar.getAttribute("class"))).toEqual(["h1", "h1 pale", "h1", "h1 pale"]);
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

  it("keeps to classes, for a page that allows no styles of its own", () => {
    for (const chart of ["bars", "share", "compare", "table"] as const) {
      const html = drawHtml(chart, ["reports"]);
      expect(html).not.toMatch(/style|NaN|undefined| fill=| font-| id=/);
    }
  });

  it("is the same each time", () => {
    expect(drawHtml("share", ["reports"])).toBe(drawHtml("share", ["reports"]));
  });

  it("keeps markup in a label text", () => {
    const label = '<script>alert(1)</script> & "x"';
    const csv = `id,parent,label,count,unit\nall,,All,3,<b>cases</b>\npart,all,"${label.replaceAll('"', '""')}",3,<b>cases</b>\n`;
    const html = drawHtml("share", ["all"], treeOf(csv));
    expect(html).not.toMatch(/<script|<b>/);
    expect(pageOf(html).querySelector("svg")?.getAttribute("aria-label")).toContain(label);
    expect(textOf(pageOf(html).querySelector("table"))).toContain(label);
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

function draw(chart: ChartType, of: string[]): Document {
  return pageOf(drawHtml(chart, of));
}

function drawHtml(chart: ChartType, of: string[], tree = treeOf(reports)): string {
  const text = (words: string) => ({ html: words, text: words });
  const story = { tree, caveat: text("Units are mixed.") } as Story;
  return drawChart({ type: "chart", chart, of, caption: text("What became of them") }, story, "en-GB");
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
