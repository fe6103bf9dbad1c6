import { describe, expect, it } from "vitest";
import { sourceFrame } from "./frame.ts";
import { sourceText, spanAt } from "./source-text.ts";

/** The frame of the first place in a text that reads so. */
function frame(text: string, part: string): string {
  const source = sourceText(text);
  const start = text.indexOf(part);
  return sourceFrame(source, spanAt(source, start, start + part.length));
}

describe("a frame of the source", () => {
  it("has two lines before and after, and carets under the place", () => {
    const text = Array.from({ length: 12 }, (_, k) => `line ${k + 1}`).join("\n");
    expect(frame(text, "9")).toBe(
      [
        "   7 | line 7",
        "   8 | line 8",
        ">  9 | line 9",
        "     |      ^",
        "  10 | line 10",
        "  11 | line 11",
      ].join("\n"),
    );
  });

  it("begins and ends with the file", () => {
    expect(frame("one\r\ntwo", "one")).toBe(["> 1 | one", "    | ^^^", "  2 | two"].join("\n"));
    expect(frame("", "")).toBe("> 1 |\n    | ^");
  });

  it("marks the first line of a place of several, to its end", () => {
    expect(frame("ab cd\nef", "cd\nef")).toBe(["> 1 | ab cd", "    |    ^^", "  2 | ef"].join("\n"));
  });

  it("cuts a line of thousands of characters on both sides of the place", () => {
    const lines = frame(`${"a".repeat(5000)}X${"b".repeat(5000)}`, "X").split("\n");
    expect(lines[0]).toBe(`> 1 | ${"a".repeat(50)}X${"b".repeat(49)}`);
    expect(lines[1].length).toBe(`> 1 | ${"a".repeat(50)}X`.length);
  });

  it("keeps the carets in place after a tab and a control character", () => {
    expect(frame("\ta\u0000b", "b").split("\n")).toEqual(["> 1 |  a\\u0000b", "    |         ^"]);
  });
});
