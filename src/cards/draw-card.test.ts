import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { anyStage, outcomes, stageOf } from "../../test/support/stages.ts";
import { setHeadline } from "./headline.ts";
import { drawCard } from "./draw-card.ts";

const words = { kicker: "Accounted", credit: "Figures: Somebody", headline: "What became of them" };

function draw(card: Partial<Parameters<typeof drawCard>[0]>): Element {
  const { svg } = drawCard({ ...words, stage: stageOf(outcomes, [{ split: ["reports"] }]), ...card });
  return parseHTML(svg).document.querySelector("svg")!;
}

describe("drawCard", () => {
  it("holds every dot of the whole, and the remainder by its number", () => {
    const parts = [...draw({}).querySelectorAll("[data-figure]")];
    const dots = parts.map((part) => part.getAttribute("d")!.match(/m/gi)!.length);
    expect(dots.reduce((sum, count) => sum + count, 0)).toBe(1841);
    expect(draw({}).querySelector("[data-figure=undescribed]")!.getAttribute("data-count")).toBe("363");
  });

  it("keeps the picture within the card, whatever the figures and however long the headline", () => {
    fc.assert(
      fc.property(anyStage, fc.lorem({ maxCount: 40 }), (stage, headline) => {
        const picture = draw({ stage, headline }).querySelector("svg")!;
        const [y, height] = ["y", "height"].map((name) => Number(picture.getAttribute(name)));
        expect(height).toBeGreaterThan(250);
        expect(y + height).toBeLessThan(630);
      }),
      { seed: 363, numRuns: 30 },
    );
  });

  it("leaves the credit out where a long kicker needs the line", () => {
    const kicker = "A title that goes on and on and on, as if nobody had ever told it that it might end here";
    expect(draw({ kicker }).textContent).not.toContain("Somebody");
  });

  it("says which words stand on it: all that it draws, and no credit that it leaves out", () => {
    const drawn = (card: Partial<Parameters<typeof drawCard>[0]>) =>
      drawCard({ ...words, stage: stageOf(outcomes, [{ split: ["reports"] }]), ...card });
    for (const card of [{}, { kicker: "long ".repeat(40) }, { headline: "word ".repeat(100) }]) {
      const { svg, words } = drawn(card);
      const texts = [...parseHTML(svg).document.querySelectorAll("text")].map((text) => text.textContent);
      const letters = (all: readonly string[]) => [...new Set(all.join("").replace(/\s/g, ""))].sort();
      expect(letters(words)).toEqual(letters(texts));
    }
  });

  it("escapes what it is given", () => {
    const { svg } = drawCard({ ...words, headline: `<b>"R&B"</b>`, stage: stageOf(outcomes, [{}]) });
    expect(svg).toContain("&lt;b&gt;");
    expect(svg).not.toContain("<b>");
  });
});

describe("setHeadline", () => {
  it("sets a short one large in one line, and a longer one smaller in two", () => {
    expect(setHeadline("What became of 1,841 reports", 1080)).toMatchObject({
      size: 74,
      lines: ["What became of 1,841 reports"],
    });
    const longer = setHeadline("What became of 1,841 reports that the police recorded", 1080);
    expect(longer.lines).toHaveLength(2);
    expect(longer.size).toBeLessThan(74);
  });

  it("loses no word, but for one too long for three lines, which ends in an ellipsis", () => {
    const long = Array.from({ length: 16 }, (_, i) => `word${i}`).join(" ");
    expect(setHeadline(long, 1080).lines.join(" ")).toBe(long);
    const endless = setHeadline(long.repeat(8), 1080);
    expect(endless.lines).toHaveLength(3);
    expect(endless.lines.join(" ")).toMatch(/^word0 word1 .* …$/);
  });
});
