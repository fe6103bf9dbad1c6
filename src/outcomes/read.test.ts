import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetAt, sourceText } from "../diagnostics/source-text.ts";
import { readFigures } from "./read.ts";

const columns = "id,parent,label,count,unit";
const encode = (text: string) => new TextEncoder().encode(text);
const read = (...lines: string[]) => readFigures("data/x.csv", encode(lines.join("\n")));

/** Each problem as "line:column-line:column rule". */
function problems(...lines: string[]): string[] {
  const { tree, diagnostics } = read(...lines);
  expect(tree === null).toBe(diagnostics.length > 0);
  return diagnostics.map(({ span: { start, end }, rule }) => {
    return `${start.line}:${start.column}-${end.line}:${end.column} ${rule}`;
  });
}

describe("a sound file", () => {
  it("becomes a tree in which parts and remainder make the whole", () => {
    const { tree, diagnostics } = readFigures(
      "data/facebook-reports.csv",
      readFileSync("data/facebook-reports.csv"),
    );
    expect(diagnostics).toEqual([]);
    const counts = [...tree!.figures.values()].map(({ id, count, derived }) => [id, count, derived]);
    expect(counts).toEqual([
      ["reports", 1841, false],
      ["charged", 290, false],
      ["charged_youths", 124, false],
      ["charged_adults", 166, true],
      ["warned", 38, false],
      ["cautioned", 54, false],
      ["cautioned_youths", 15, false],
      ["cautioned_adults", 39, false],
      ["community", 273, false],
      ["evidential", 240, false],
      ["no_outcome", 583, false],
      ["undescribed", 363, true],
    ]);
    expect(tree!.root).toBe("reports");
    expect(tree!.kinds).toEqual([
      "Action against a suspect",
      "Settled by agreement",
      "Without action, or not yet",
    ]);
    expect(tree!.figures.get("charged")).toMatchObject({
      parent: "reports",
      children: ["charged_youths", "charged_adults"],
      depth: 1,
      unit: "people",
      row: 3,
      cells: { count: { start: { line: 3, column: 25 }, end: { line: 3, column: 28 } } },
    });
  });

  it("may have a BOM, CRLF, columns in any order, blank lines and line breaks in quotes", () => {
    const text =
      '\ufeffunit,count,"id",parent,label\r\n\r\ncases,2,a,,"An ""A"",\r\nor é"\r\n,,,,\r\ncases,2,b,a,B';
    const { tree, diagnostics } = readFigures("data/x.csv", encode(text));
    expect(diagnostics).toEqual([]);
    expect(tree!.figures.get("a")).toMatchObject({
      label: 'An "A",\r\nor é',
      row: 3,
      kind: null,
      note: null,
    });
    expect(tree!.figures.get("a")!.cells).toEqual({
      unit: { start: { line: 3, column: 1 }, end: { line: 3, column: 6 } },
      count: { start: { line: 3, column: 7 }, end: { line: 3, column: 8 } },
      id: { start: { line: 3, column: 9 }, end: { line: 3, column: 10 } },
      parent: { start: { line: 3, column: 11 }, end: { line: 3, column: 11 } },
      label: { start: { line: 3, column: 12 }, end: { line: 4, column: 6 } },
    });
    expect(tree!.figures.get("b")).toMatchObject({
      row: 5,
      cells: { id: { start: { line: 6, column: 9 } } },
    });
  });

  it("may have a remainder of 0, remainders of remainders, and figures before what they are part of", () => {
    const { tree } = read(columns, "c,b,C,,u", "b,a,B,,u", "a,,A,3,u", "d,a,D,3,u");
    expect([...tree!.figures.values()].map(({ id, count, depth }) => `${id}${count}${depth}`)).toEqual([
      "c02",
      "b01",
      "a30",
      "d31",
    ]);
  });

  it("loses nothing but the space around prose", () => {
    const { tree } = read(columns, 'a,," =A  b ",1, people ');
    expect(tree!.figures.get("a")).toMatchObject({ label: "=A  b", unit: "people" });
  });
});

describe("encoding", () => {
  it("points to the first byte that is not UTF-8", () => {
    const bytes = Uint8Array.from([...encode(`${columns}\na,,é`), 0xa3, 0x41, 0xff]);
    const { tree, diagnostics } = readFigures("data/x.csv", bytes);
    expect(tree).toBeNull();
    expect(diagnostics).toEqual([
      {
        file: "data/x.csv",
        span: { start: { line: 2, column: 5 }, end: { line: 2, column: 6 } },
        severity: "error",
        rule: "data/encoding",
        message: "The file is not UTF-8: the byte 0xA3 stands here",
        hint: 'save it again as UTF-8 (in Excel: "CSV UTF-8")',
        related: [],
      },
    ]);
  });

  it("finds a character cut short at the end, behind a BOM too", () => {
    const { diagnostics } = readFigures("data/x.csv", Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xe2, 0x82]));
    expect(diagnostics).toMatchObject([
      {
        rule: "data/encoding",
        message: expect.stringContaining("0xE2") as string,
        span: { start: { line: 1, column: 2 } },
      },
    ]);
  });

  it("refuses UTF-16, NUL, and marks that turn the direction of text", () => {
    const utf16 = readFigures("data/x.csv", Uint8Array.from([0xff, 0xfe, 0x69, 0x00]));
    expect(utf16.diagnostics).toMatchObject([
      { rule: "data/encoding", span: { start: { line: 1, column: 1 } } },
    ]);
    expect(problems(columns, "a,,A\0,1,u\u202e")).toEqual([
      "2:5-2:6 data/encoding",
      "2:10-2:11 data/encoding",
    ]);
  });
});

describe("syntax", () => {
  it.each([
    ["a quote that is never closed", ['a,,"A,1,u', "b,a,B,1,u"], "2:4-2:10 data/syntax"],
    ["a quote inside a bare cell", ['a,,A "1",1,u'], "2:4-2:13 data/syntax"],
    ["text behind a closing quote", ['"a"b,,A,1,u'], "2:1-2:12 data/syntax"],
    ["too many cells", ["a,,A, the first,1,u"], "2:19-2:20 data/syntax"],
    ["too few cells", ["a,,A,1"], "2:1-2:7 data/syntax"],
    ["a carriage return alone", ["a,,A\rB,1,u"], "2:5-3:1 data/syntax"],
  ])("refuses %s", (_name, rows, problem) => {
    expect(problems(columns, ...rows)).toEqual([problem]);
  });

  it("reports every row of the wrong width, and blames no sum on them", () => {
    expect(problems(columns, "a,,A,5,u", "b,a,B,2", "c,a,C,x,1,u")).toEqual([
      "3:1-3:8 data/syntax",
      "4:11-4:12 data/syntax",
    ]);
  });

  it.each([
    ["50 MB", () => "x".repeat(5e7), "The file has 50 MB, and a figures file can have 5"],
    ["100,000 rows", () => `${columns}\n${"b,a,B,1,u\n".repeat(1e5)}`, "The file has more than 10,000 rows"],
    ["a row of 4 MB of commas", () => ",".repeat(4e6), "This row has more than 100 cells"],
  ])("refuses %s with a message", (_name, make, message) => {
    expect(readFigures("data/x.csv", encode(make())).diagnostics).toMatchObject([
      { rule: "data/syntax", message },
    ]);
  });
});

describe("columns", () => {
  it("names the missing, unknown and double ones, all at once", () => {
    const { diagnostics } = read("id,parent,labl,count,count,");
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toMatchInlineSnapshot(`
      [
        [
          "The column "label" is missing",
          "the first row names the columns: id, parent, label, count, unit, and if you like kind and note",
        ],
        [
          "The column "unit" is missing",
          "the first row names the columns: id, parent, label, count, unit, and if you like kind and note",
        ],
        [
          "The file has no figures",
          "leave the parent of one row blank: the figure that all others are part of",
        ],
        [
          "There is no column "labl"",
          "did you mean "label"?",
        ],
        [
          "The column "count" is there twice",
          "delete or rename one",
        ],
        [
          "A column has no name",
          "the columns are id, parent, label, count, unit, kind, note",
        ],
      ]
    `);
  });

  it("asks for columns where there are none, and knows semicolons", () => {
    expect(problems("")).toEqual(["1:1-1:1 data/columns"]);
    expect(problems("id;parent;label;count;unit", "a;;A;1;u")).toEqual(["1:1-1:27 data/columns"]);
  });

  it("wants a label and a unit in every row", () => {
    expect(problems(columns, "a,, ,1,")).toEqual(["2:4-2:5 data/columns", "2:8-2:8 data/columns"]);
  });
});

describe("ids", () => {
  it.each([
    "A",
    "1a",
    "a-b",
    "é",
    " a",
    "__proto__",
    "constructor",
    "and",
    "about",
    "between",
    "or",
    "not",
    "a".repeat(65),
  ])("refuses %s", (id) => {
    expect(problems(columns, `${id},,A,1,u`)).toEqual([`2:1-2:${id.length + 1} data/id`]);
  });

  it("accepts words that only look special", () => {
    expect(problems(columns, "true,,A,1,u", "this,true,B,1,u", `${"a".repeat(64)},this,C,1,u`)).toEqual([]);
  });

  it("proposes the id that was meant", () => {
    expect(read(columns, "Été 2016,,A,1,u").diagnostics[0].hint).toBe("write ete_2016");
  });

  it("names both rows of a duplicate, and leaves the sum that it spoils alone", () => {
    const { diagnostics } = read(columns, "a,,A,2,u", "b,a,B,2,u", "b,a,B,2,u");
    expect(diagnostics).toMatchObject([
      {
        rule: "data/duplicate-id",
        message: 'Rows 3 and 4 have the same id, "b"',
        span: { start: { line: 4, column: 1 } },
        related: [{ message: "row 3", span: { start: { line: 3, column: 1 } } }],
      },
    ]);
  });
});

describe("parents", () => {
  it("offers the figure that was probably meant, and leaves its sum alone", () => {
    const { diagnostics } = read(columns, "reports,,A,2,u", "b,report,B,1,u", "c,reports,C,1,u");
    expect(diagnostics).toMatchObject([
      {
        rule: "data/parent",
        message: 'There is no figure "report" that row 3 could be part of',
        hint: 'did you mean "reports"? (row 2)',
        span: { start: { line: 3, column: 3 }, end: { line: 3, column: 9 } },
      },
    ]);
  });

  it("wants one root", () => {
    expect(problems(columns)).toEqual(["1:1-1:27 data/root"]);
    expect(problems(columns, "a,,A,1,u", "b,,B,1,u", "c,,C,1,u")).toEqual([
      "3:3-3:3 data/root",
      "4:3-4:3 data/root",
    ]);
  });

  it("prints the path of a loop, once", () => {
    const { diagnostics } = read(
      columns,
      "a,,A,1,u",
      "b,d,B,1,u",
      "c,b,C,1,u",
      "d,c,D,1,u",
      "e,d,E,1,u",
      "f,f,F,1,u",
    );
    expect(diagnostics.map(({ rule, message, span }) => [span.start.line, rule, message])).toEqual([
      [3, "data/cycle", 'These figures are part of each other: "b" in "d" in "c" in "b"'],
      [7, "data/cycle", '"f" is part of itself'],
    ]);
    expect(diagnostics[0].related.map(({ span }) => span.start.line)).toEqual([5, 4]);
  });

  it("takes 1,000 levels, and refuses 9,999 with a message", () => {
    const chain = (levels: number) =>
      Array.from({ length: levels }, (_, i) => `r${i},${i === 0 ? "" : `r${i - 1}`},R,1,u`);
    expect(read(columns, ...chain(1001)).tree!.figures.get("r1000")!.depth).toBe(1000);
    expect(read(columns, ...chain(9999)).diagnostics).toMatchObject([
      { rule: "data/parent", message: "Row 1003 lies more than 1000 levels deep" },
    ]);
  });
});

describe("counts", () => {
  it.each([
    ["-5", "is negative"],
    ["−5", "is negative"],
    ["2.5", "is not a whole number"],
    ["1 841", "is written with a separator"],
    ["1.841", "is written with a separator"],
    ["1e3", "is not a number"],
    ["Infinity", "is not a number"],
    ["n/a", "is not a number"],
    ["０", "is not a number"],
    [" 5", "has a space beside it"],
    ["9007199254740992", "is over 9,007,199,254,740,991"],
    ["9".repeat(40), "is over 9,007,199,254,740,991"],
  ])("refuses %s", (count, message) => {
    const { diagnostics } = read(columns, `a,,A,${count},u`, "b,a,B,1,u");
    expect(diagnostics).toMatchObject([
      { rule: "data/count", message: expect.stringContaining(message) as string },
    ]);
    expect(diagnostics[0].span.start).toEqual({ line: 2, column: 6 });
  });

  it("accepts 2^53 − 1 and 0", () => {
    expect(problems(columns, "a,,A,9007199254740991,u", "b,a,B,9007199254740991,u", "c,a,C,0,u")).toEqual([]);
  });

  it("wants one for the whole", () => {
    expect(problems(columns, "a,,A,,u", "b,a,B,1,u")).toEqual(["2:6-2:6 data/count"]);
  });
});

describe("sums", () => {
  it("says the difference and the row to add, in the file's own columns", () => {
    const { diagnostics } = read(
      "unit,id,parent,label,note,count",
      '"so, people",a,,A,,1841',
      "u,a_rest,a,B,,1478",
    );
    expect(diagnostics).toMatchObject([
      {
        rule: "data/sum",
        message: 'The parts of "a" come to 1,478, 363 less than its 1,841',
        hint: 'correct a count, or add this row for the 363 (a blank count is the remainder):\n"so, people",a_rest_2,a,Remainder,,',
        span: { start: { line: 2, column: 20 }, end: { line: 2, column: 24 } },
        related: [{ message: "row 3: 1,478", span: { start: { line: 3, column: 15 } } }],
      },
    ]);
  });

  it("is mended by the row that it proposes", () => {
    const lines = [columns, "a,,A,5,u", "b,a,B,2,u"];
    const row = read(...lines).diagnostics[0].hint!.split("\n")[1];
    expect(read(...lines, row).tree!.figures.get("a_rest")).toMatchObject({ count: 3, derived: true });
  });

  it("refuses parts over the whole, with a remainder too", () => {
    expect(problems(columns, "a,,A,5,u", "b,a,B,6,u")).toEqual(["2:6-2:7 data/sum"]);
    expect(problems(columns, "a,,A,5,u", "b,a,B,6,u", "c,a,C,,u")).toEqual(["2:6-2:7 data/sum"]);
  });

  it("checks the parts of a remainder", () => {
    expect(problems(columns, "a,,A,5,u", "b,a,B,2,u", "c,a,C,,u", "d,c,D,4,u")).toEqual(["4:7-4:7 data/sum"]);
  });

  it("refuses two remainders", () => {
    expect(problems(columns, "a,,A,5,u", "b,a,B,,u", "c,a,C,,u")).toEqual(["4:7-4:7 data/sum"]);
  });

  it("adds exactly where floating-point numbers would not", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const rows = [`b,a,B,${most},u`, `c,a,C,${most},u`, "d,a,D,1,u"];
    const { diagnostics } = read(columns, `a,,A,${most},u`, ...rows);
    expect(diagnostics[0].message).toBe(
      'The parts of "a" come to 18,014,398,509,481,983, 9,007,199,254,740,992 more than its 9,007,199,254,740,991',
    );
  });
});

it("reports problems of all sorts at once, sorted by place", () => {
  expect(
    problems(columns, "a,,A,5,u", 'b,a,B,"1,2",u', "C,a,C,1,u", "c,x,,1,u", "d,e,D,1,u", "e,d,E,1,"),
  ).toEqual([
    "3:7-3:12 data/count",
    "4:1-4:2 data/id",
    "5:3-5:4 data/parent",
    "5:5-5:5 data/columns",
    "6:3-6:4 data/cycle",
    "7:9-7:9 data/columns",
  ]);
});

describe("any input", () => {
  /** Trees of any shape: each figure but the first hangs on an earlier one; leaves have counts, wholes their sums. */
  const anyTree = fc
    .array(fc.record({ parent: fc.nat(), count: fc.nat({ max: 1e9 }), label: fc.string({ minLength: 1 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((rows) => {
      const parents = rows.map(({ parent }, i) => (i === 0 ? null : parent % i));
      const counts = rows.map(({ count }) => count);
      for (let i = rows.length - 1; i >= 0; i--) {
        const parts = parents.flatMap((parent, part) => (parent === i ? [counts[part]] : []));
        if (parts.length > 0) counts[i] = parts.reduce((a, b) => a + b);
      }
      return rows.map(({ label }, i) => ({
        id: `f${i}`,
        parent: parents[i],
        label: `L${label}L`,
        count: counts[i],
      }));
    });

  it("every sound tree comes back as it was, each cell at its place, even with remainders left blank", () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom("\n", "\r\n"), (figures, lineEnd) => {
        const written = figures.map(({ id, parent, label, count }, i) => {
          const isLastPart =
            parent !== null && figures.findLastIndex((other) => other.parent === parent) === i;
          const cell = `"${label.replaceAll('"', '""')}"`;
          return [id, parent === null ? "" : `f${parent}`, cell, isLastPart ? "" : count, "u"];
        });
        const text = [columns, ...written.map((cells) => cells.join(","))].join(lineEnd);
        const { tree, diagnostics } = readFigures("data/x.csv", encode(text));
        expect(diagnostics).toEqual([]);
        expect([...tree!.figures.values()].map(({ id, label, count }) => ({ id, label, count }))).toEqual(
          figures.map(({ id, label, count }) => ({ id, label, count })),
        );
        const source = sourceText(text);
        [...tree!.figures.values()].forEach(({ cells }, i) => {
          const found = (["id", "parent", "label", "count", "unit"] as const).map((column) => {
            const { start, end } = cells[column]!;
            return text.slice(offsetAt(source, start), offsetAt(source, end));
          });
          expect(found).toEqual(written[i].map(String));
        });
      }),
      { seed: 1841 },
    );
  });

  it("is answered by a tree or by problems, never by a throw", () => {
    const bits = [
      "a",
      "b",
      ",",
      "\n",
      "\r",
      '"',
      "1",
      "-",
      "\0",
      "é",
      columns,
      "\na,,A,1,u",
      "\nb,a,B,,u",
    ].map(encode);
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fc.constantFrom(...bits)).map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))),
    );
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { tree, diagnostics } = readFigures("data/x.csv", bytes);
        expect(tree === null).toBe(diagnostics.length > 0);
      }),
      { seed: 1841, numRuns: 500 },
    );
  });
});
