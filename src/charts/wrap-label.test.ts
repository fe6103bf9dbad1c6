import { describe, expect, it } from "vitest";
import { wrapLabel } from "./wrap-label.ts";

describe("wrapping a label", () => {
  it("leaves a short one whole", () => {
    expect(wrapLabel("Community resolution", 1)).toEqual(["Community resolution"]);
  });

  it("breaks a long one between words, sooner where there is less room", () => {
    expect(wrapLabel("No detection, or no outcome yet", 0.5)).toEqual(["No detection, or no", "outcome yet"]);
  });

  it("keeps words together that a no-break space joins", () => {
    expect(wrapLabel("Described by no published outcome (by\u00a0subtraction)", 1)).toEqual([
      "Described by no published outcome",
      "(by\u00a0subtraction)",
    ]);
  });

  it("cuts a word that is wider than a line, and loses nothing of it", () => {
    const word = "Rindfleischetikettierungsüberwachungsaufgabe";
    const lines = wrapLabel(word, 0.5);
    expect(lines.length).toBe(3);
    expect(lines.join("")).toBe(word);
  });
});
