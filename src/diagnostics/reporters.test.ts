import { describe, expect, it } from "vitest";
import { formatGithub } from "./github.ts";
import { formatJson } from "./json.ts";
import { sortDiagnostics } from "./sort.ts";
import { formatTerminal } from "./terminal.ts";
import type { Diagnostic } from "./types.ts";

const unknownFigure: Diagnostic = {
  file: "content/facebook-reports.md",
  span: { start: { line: 14, column: 9 }, end: { line: 14, column: 20 } },
  severity: "error",
  rule: "story/unknown-figure",
  message: 'There is no figure "chraged" in data/facebook-reports.csv',
  hint: 'did you mean "charged"? (row 3)',
  related: [],
};

const looseNumber: Diagnostic = {
  file: "content/facebook-reports.md",
  span: { start: { line: 9, column: 1 }, end: { line: 9, column: 3 } },
  severity: "warning",
  rule: "story/number",
  message: "12 is not bound",
  hint: null,
  related: [],
};

const duplicate: Diagnostic = {
  file: "data/a.csv",
  span: { start: { line: 3, column: 1 }, end: { line: 4, column: 2 } },
  severity: "error",
  rule: "data/duplicate-id",
  message: "100% the same: \u001b[31mred\u202e",
  hint: "rename one\nor delete it",
  related: [
    {
      file: "data/a.csv",
      span: { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } },
      message: "row 2",
    },
    {
      file: "data/b.csv",
      span: { start: { line: 5, column: 1 }, end: { line: 5, column: 2 } },
      message: "row 5",
    },
  ],
};

describe("sortDiagnostics", () => {
  it("sorts by file, then by place, and leaves its input as it was", () => {
    const input = [duplicate, unknownFigure, looseNumber];
    expect(sortDiagnostics(input)).toEqual([looseNumber, unknownFigure, duplicate]);
    expect(input[0]).toBe(duplicate);
  });
});

describe("formatTerminal", () => {
  it("has the form of the story format's example", () => {
    expect(formatTerminal([unknownFigure], { color: false })).toBe(
      [
        "content/facebook-reports.md",
        '  14:9-14:20  error    There is no figure "chraged" in data/facebook-reports.csv   story/unknown-figure',
        '              hint: did you mean "charged"? (row 3)',
        "",
        "1 error in 1 file",
      ].join("\n"),
    );
  });

  it("groups by file, aligns the columns of a group, and shows control characters rather than send them", () => {
    expect(formatTerminal([duplicate, unknownFigure, looseNumber], { color: false })).toMatchInlineSnapshot(`
      "content/facebook-reports.md
        9:1-9:3     warning  12 is not bound                                             story/number
        14:9-14:20  error    There is no figure "chraged" in data/facebook-reports.csv   story/unknown-figure
                    hint: did you mean "charged"? (row 3)

      data/a.csv
        3:1-4:2  error    100% the same: \\u001b[31mred\\u202e   data/duplicate-id
                 see 2:1-2:2: row 2
                 see data/b.csv:5:1-5:2: row 5
                 hint: rename one
                       or delete it

      2 errors, 1 warning in 2 files"
    `);
  });

  it("puts colours around the words and changes none", () => {
    const colored = formatTerminal([duplicate, looseNumber], { color: true });
    expect(colored).toContain("\u001b[31merror  \u001b[0m");
    // eslint-disable-next-line no-control-regex
    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(
      formatTerminal([duplicate, looseNumber], { color: false }),
    );
  });

  it("says so where there is nothing to say", () => {
    expect(formatTerminal([], { color: false })).toBe("No problems found");
  });
});

describe("formatJson", () => {
  it("is a sorted array with the nine documented keys", () => {
    expect(JSON.parse(formatJson([unknownFigure, looseNumber]))).toEqual([
      {
        file: "content/facebook-reports.md",
        line: 9,
        column: 1,
        endLine: 9,
        endColumn: 3,
        severity: "warning",
        rule: "story/number",
        message: "12 is not bound",
        hint: null,
      },
      {
        file: "content/facebook-reports.md",
        line: 14,
        column: 9,
        endLine: 14,
        endColumn: 20,
        severity: "error",
        rule: "story/unknown-figure",
        message: 'There is no figure "chraged" in data/facebook-reports.csv',
        hint: 'did you mean "charged"? (row 3)',
      },
    ]);
    expect(formatJson([])).toBe("[]");
  });
});

describe("formatGithub", () => {
  it("writes one command a problem, with its columns where it stays on one line", () => {
    expect(formatGithub([looseNumber])).toBe(
      "::warning file=content/facebook-reports.md,line=9,endLine=9,col=1,endColumn=3,title=story/number::12 is not bound",
    );
  });

  it("escapes what would end a command or a property", () => {
    const command = formatGithub([{ ...duplicate, file: "data/a:b,c%.csv" }]);
    expect(command).toBe(
      "::error file=data/a%3Ab%2Cc%25.csv,line=3,endLine=4,title=data/duplicate-id::" +
        "100%25 the same: \u001b[31mred\u202e%0Ahint: rename one%0Aor delete it",
    );
  });
});
