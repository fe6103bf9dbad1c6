import { describe, expect, it } from "vitest";
import { readFiles } from "../../load/files.ts";
import { loadSite } from "../../load/site.ts";
import { receiptId } from "../../story/receipt-id.ts";
import { type Receipt, writeReceipts } from "./receipts.ts";
import { readSpecimen } from "../../../test/support/specimen.ts";
import type { Story } from "../../story/types.ts";
import { british } from "../../../test/support/british.ts";

const { stories } = loadSite(await readFiles(process.cwd()));
const first = stories.find(({ slug }) => slug === "facebook-reports")!;

function receiptsOf(text: string): Receipt[] {
  return writeReceipts(readSpecimen(text).story!, british);
}

function find(receipts: readonly Receipt[], id: string): Receipt {
  return receipts.find((receipt) => receipt.id === id)!;
}

/** A receipt as it is read, and what it leads to in brackets after the words that lead there. */
function read({ value, origin }: Receipt): string {
  const words = origin.map((piece) => (typeof piece === "string" ? piece : `${piece.text} [${piece.href}]`));
  return `${value} | ${words.join("")}`;
}

/** The outcomes that are published, as an address has their sum, and as a receipt adds them up. */
const published = "charged-plus-warned-plus-cautioned-plus-community-plus-evidential-plus-no_outcome";
const addedUp =
  "290 [#r-charged] + 38 [#r-warned] + 54 [#r-cautioned] + 273 [#r-community] + 240 [#r-evidential] + " +
  "583 [#r-no_outcome]";

describe("the receipts of the first story", () => {
  const receipts = writeReceipts(first, british);
  const ids = new Set(receipts.map(({ id }) => id));

  it("are one for each figure, in the order of the file, and for each other number and claim that is bound", () => {
    expect(receipts.slice(0, first.tree.figures.size).map(({ id }) => id)).toEqual(
      [...first.tree.figures.keys()].map((id) => `r-${id}`),
    );
    for (const binding of first.bindings) expect(ids).toContain(receiptId(binding));
    expect(ids.size).toBe(receipts.length);
  });

  it("name figures that are there, and lead to receipts and scenes that are there", () => {
    const scenes = first.blocks.flatMap((block) => (block.type === "stage" ? block.scenes : []));
    for (const { figures, origin, steps } of receipts) {
      expect(figures.length).toBeGreaterThan(0);
      for (const id of figures) expect(first.tree.figures.has(id)).toBe(true);
      for (const piece of origin) {
        if (typeof piece === "string") continue;
        if (piece.href.startsWith("#")) expect(ids).toContain(piece.href.slice(1));
        else expect(piece.href).toBe("/facebook-reports/figures.csv");
      }
      for (const { scene, number } of steps) expect(scenes[number - 1].id).toBe(scene);
    }
  });

  it("say row, file and share of a published figure, with the source's unit and note", () => {
    const charged = find(receipts, "r-charged");
    expect(read(charged)).toBe(
      "290 people | Charged. Row 3 of data/facebook-reports.csv [/facebook-reports/figures.csv], " +
        "15.8% of 1,841 [#r-reports].",
    );
    expect(charged.note).toMatch(/^Counted in people\./);
    expect(charged.steps.map(({ scene }) => scene)).toEqual(["action", "ages", "whole"]);
  });

  it("say how a remainder is derived", () => {
    expect(read(find(receipts, "r-undescribed"))).toBe(
      "363 incidents | Described by no published outcome. Derived: 1,841 − 1,478 " +
        "(row 13 of data/facebook-reports.csv [/facebook-reports/figures.csv]), 19.7% of 1,841 [#r-reports].",
    );
    expect(read(find(receipts, "r-charged_adults"))).toMatch(
      /^166 people \| Charged: Adults\. Derived: 290 − 124 /,
    );
  });

  it("take sums apart, and name all the units that are mixed in them", () => {
    expect(read(find(receipts, `r-${published}`))).toBe(
      "1,478 people and cases | Charged + Warned + Cautioned + Community resolution + Evidential difficulties + " +
        `No detection, or no outcome yet: ${addedUp}.`,
    );
  });

  it("say of which whole a share is, however the story says it", () => {
    expect(read(find(receipts, "r-charged--reports"))).toBe(
      "15.8%; just under one in six | Charged, of Reports: 290 [#r-charged] people of 1,841 [#r-reports] incidents.",
    );
    expect(read(find(receipts, `r-charged--${published}`))).toContain(
      `people of 1,478 people and cases (${addedUp}).`,
    );
  });

  it("work out both sides of a claim", () => {
    expect(read(find(receipts, "r-charged_youths-per-charged-gt-2-per-5"))).toBe(
      "More than two in five | 124 [#r-charged_youths] / 290 [#r-charged] = 42.8% is more than 2 / 5 = 40.0%.",
    );
  });
});

describe("receipts of any story", () => {
  it("are there for figures that nothing in the text names", () => {
    expect(receiptsOf("Text.").map(({ id }) => id)).toContain("r-charged_adults");
  });

  it("are shared by what says the same, and by it alone", () => {
    const before = receiptsOf("Text.").length;
    expect(receiptsOf(":n[charged + warned] and :n[charged+warned]{as=words}")).toHaveLength(before + 1);
    expect(receiptsOf(":pct[warned] and :ratio[warned]{of=reports}")).toHaveLength(before + 1);
    expect(receiptsOf(":pct[charged_youths] and :pct[charged_youths]{of=reports}")).toHaveLength(before + 2);
  });

  it("say what a comparison that must not hold comes to", () => {
    const claim = ':claim[rare]{that="not charged > 2 * warned + 300"}';
    expect(read(receiptsOf(claim).at(-1)!)).toBe(
      "Rare | 290 [#r-charged] is not more than 2 × 38 [#r-warned] + 300 = 376.",
    );
  });

  it("give no share of a whole of 0", () => {
    const figures =
      "id,parent,label,count,unit\nreports,,Reports,0,reports\nundescribed,reports,Rest,,reports\n";
    const story: Story = readSpecimen("Text.", { figures }).story!;
    expect(read(writeReceipts(story, british)[1])).not.toContain("%");
  });
});
