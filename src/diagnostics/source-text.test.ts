import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetAt, positionAt, sourceText, spanAt } from "./source-text.ts";

describe("positionAt", () => {
  it("counts lines ended by LF, CRLF or CR, and columns in UTF-16 units", () => {
    const source = sourceText("ab\n😀c\r\nd\re");
    const places = [...source.text].map((character) => positionAt(source, source.text.indexOf(character)));
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
      ..."1:1 1:2 1:3 2:1 2:3 2:4 1:3 3:1 2:4 4:1".split(" "),
    ]);
  });

  it("takes an offset outside the text as its nearest end", () => {
    const source = sourceText("ab\nc");
    expect(spanAt(source, -5, 99)).toEqual({ start: { line: 1, column: 1 }, end: { line: 2, column: 2 } });
  });
});

describe("offsetAt", () => {
  it("undoes positionAt anywhere in any text", () => {
    const anyText = fc
      .array(fc.constantFrom("a", "é", "😀", "\n", "\r\n", "\r"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(anyText, fc.nat(), (text, n) => {
        const source = sourceText(text);
        const offset = n % (text.length + 1);
        expect(offsetAt(source, positionAt(source, offset))).toBe(offset);
      }),
      { seed: 1841 },
    );
  });

  it("takes a place outside the text as its nearest end", () => {
    const source = sourceText("ab\nc");
    expect(offsetAt(source, { line: 0, column: 3 })).toBe(0);
    expect(offsetAt(source, { line: 9, column: 1 })).toBe(4);
    expect(offsetAt(source, { line: 2, column: 9 })).toBe(4);
  });
});
