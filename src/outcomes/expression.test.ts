import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFigures, evaluateClaim, evaluateNumber } from "./evaluate.ts";
import { figuresIn, parseExpression, parseSum } from "./expression.ts";
import type { Expression } from "./expression-types.ts";
import { formatDecimal } from "./fraction.ts";
import { readFigures } from "./read.ts";

const csv = `id,parent,label,count,unit
reports,,Reports,1841,incidents
charged,reports,Charged,290,people
warned,reports,Warned,38,people
none,reports,None,0,people
rest,reports,Rest,,incidents`;
const tree = readFigures("data/x.csv", new TextEncoder().encode(csv)).tree!;

function parsed(source: string, parse = parseExpression): Expression {
  const result = parse(source);
  if ("problem" in result) throw new Error(result.problem.message);
  return result.expression;
}

/** The message of a refused source, with the piece of it that the problem points to. */
function refusal(source: string, parse = parseExpression): [string, string] {
  const result = parse(source);
  if ("expression" in result) throw new Error(`${source} was accepted`);
  const { start, end, message } = result.problem;
  return [source.slice(start, end), message];
}

const valueOf = (source: string) => {
  const result = evaluateNumber(parsed(source), tree);
  return "problem" in result ? result.problem.message : formatDecimal(result.value);
};

const judge = (source: string) => {
  const result = evaluateClaim(parsed(source), tree);
  return "problem" in result ? result.problem.message : result.holds;
};

describe("a number", () => {
  it.each([
    ["charged", "290"],
    ["charged + warned * 2", "366"],
    ["(charged + warned) * 2", "656"],
    ["reports - charged - warned", "1513"],
    ["-charged + 300", "10"],
    ["12 / 3 / 2", "2"],
    ["charged / reports", "0.1575…"],
    ["0.1 + 0.2", "0.3"],
    ["2 - -3", "5"],
    ["none / charged", "0"],
    ["charged / none", "This comes to 0, and nothing divides by 0"],
    ["charged < 3", "This is a comparison, not a number"],
  ])("%s comes to %s", (source, value) => {
    expect(valueOf(source)).toBe(value);
  });

  it("points to the divisor that comes to nothing", () => {
    const source = "1 + charged / (warned - 38)";
    expect(evaluateNumber(parsed(source), tree)).toMatchObject({ problem: { start: 14, end: 27 } });
  });
});

describe("a claim", () => {
  it.each([
    ["charged / reports < 1/6", true],
    ["charged / reports >= 1/6", false],
    ["charged == 290", true],
    ["charged != 290", false],
    ["charged * 0.1 == 29", true],
    ["charged / 3 * 3 == charged", true],
    ["charged > 1 and warned > 100 or none == 0", true],
    ["none == 0 or charged > 1 and warned > 100", true],
    ["not charged < 100 and warned == 38", true],
    ["not (charged < 300)", false],
    ["about(charged, 304)", true],
    ["about(charged, 306)", false],
    ["about(20 + none, 19)", false],
    ["about(0 - charged, 0 - 300)", true],
    ["between(charged, 290, 300)", true],
    ["between(charged, 291, 300)", false],
  ])("%s is %s", (source, holds) => {
    expect(judge(source)).toBe(holds);
  });

  it("shows its comparisons in order, with both sides", () => {
    const result = evaluateClaim(
      parsed("(charged + warned) / reports < 1/6 and between(warned, 1, 50)"),
      tree,
    );
    const comparisons = "comparisons" in result ? result.comparisons : [];
    expect(
      comparisons.map(({ left, operator, right, holds }) =>
        [
          left.source,
          formatDecimal(left.value),
          operator,
          right.source,
          formatDecimal(right.value),
          holds,
        ].join(" "),
      ),
    ).toEqual([
      "(charged + warned) / reports 0.1781… < 1/6 0.1666… false",
      "warned 38 >= 1 1 true",
      "warned 38 <= 50 50 true",
    ]);
  });

  it("must compare something, and something of the data", () => {
    expect(judge("charged")).toBe("A claim must compare something");
    expect(judge("1 < 2")).toMatch(/^A claim must name a figure/);
  });

  it("doesn't hide a division by zero behind a side that already decides", () => {
    expect(judge("charged > 0 or charged / none > 1")).toBe("This comes to 0, and nothing divides by 0");
  });
});

describe("what is refused", () => {
  it.each([
    ["", "", "The expression ends where a figure or a number should follow"],
    ["charged <", "", "The expression ends where a figure or a number should follow"],
    ["(charged", "", 'The expression ends where ")" should follow'],
    ["charged)", ")", 'Expected an operator, found ")"'],
    ["charged warned", "warned", 'Expected an operator, found "warned"'],
    ["1,841 < charged", ",", 'Expected an operator, found ","'],
    ["1 < charged < 3", "<", "Comparisons cannot be chained"],
    ["1 == charged != 3", "!=", "Comparisons cannot be chained"],
    ["charged and 3", "charged", '"and" takes comparisons, and this is a number'],
    ["charged > 1 and 3", "3", '"and" takes comparisons, and this is a number'],
    ["not charged", "charged", '"not" takes comparisons, and this is a number'],
    ["(charged > 1) + 2", "(charged > 1)", '"+" takes numbers, and this is a comparison'],
    ["-(charged > 1)", "(charged > 1)", "A sign takes numbers, and this is a comparison"],
    ["about(charged)", "about(charged)", '"about" takes 2 numbers, not 1'],
    ["between(charged, 1)", "between(charged, 1)", '"between" takes 3 numbers, not 2'],
    ["about charged", "charged", 'Expected "(", found "charged"'],
    ["and charged", "and", 'A comparison is missing before "and"'],
    ["round(charged)", "round", 'There is no function "round"'],
    ["charged.constructor", ".", 'An expression has no "."'],
    ["charged['a']", "[", 'An expression has no "["'],
    ["`charged`", "`", 'An expression has no "`"'],
    ["charged = 290", "=", 'An expression has no "="'],
    ["charged && warned", "&&", 'An expression has no "&&"'],
    ["charged ** 2", "**", 'An expression has no "**"'],
    ["16%", "%", 'An expression has no "%"'],
    ["charged; warned", ";", 'An expression has no ";"'],
    [".5 < charged", ".", 'An expression has no "."'],
    ["+charged", "+", 'Expected a figure or a number, found "+"'],
  ])("%s", (source, piece, message) => {
    expect(refusal(source)).toEqual([piece, message]);
  });

  it("a source too long or too deep, without a crash", () => {
    expect(refusal("1+".repeat(10_000))[1]).toBe("An expression can have 1000 characters at most");
    expect(refusal("(".repeat(900))[1]).toBe("The expression is nested too deeply");
    expect(refusal("-".repeat(900))[1]).toBe("The expression is nested too deeply");
    expect(refusal("not ".repeat(200))[1]).toBe("The expression is nested too deeply");
  });

  it("is a problem of its place, whatever the source", () => {
    const bits = [
      "charged",
      "1",
      "0.5",
      " ",
      "(",
      ")",
      "+",
      "-",
      "<",
      "==",
      "and",
      "not ",
      "about(",
      ",",
      "é",
      ".",
    ];
    const anySource = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...bits)).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(anySource, (source) => {
        for (const parse of [parseExpression, parseSum]) {
          const result = parse(source);
          if ("expression" in result) continue;
          const { start, end } = result.problem;
          expect(start >= 0 && start <= end && end <= source.length).toBe(true);
        }
      }),
      { seed: 1841, numRuns: 500 },
    );
  });
});

describe("parseSum", () => {
  it("reads figures joined by + and -", () => {
    expect(evaluateNumber(parsed("reports - (charged + warned)", parseSum), tree)).toMatchObject({
      value: { numerator: 1513n, denominator: 1n },
    });
  });

  it.each([
    ["charged * warned", "charged * warned"],
    ["charged + 1", "1"],
    ["290", "290"],
    ["-charged", "-charged"],
    ["charged < warned", "charged < warned"],
  ])("refuses %s", (source, piece) => {
    expect(refusal(source, parseSum)).toEqual([piece, "Only figures, added or taken away, can stand here"]);
  });
});

describe("figures", () => {
  it("are listed once, in the order of first mention", () => {
    expect(figuresIn(parsed("warned / reports < between_ and about(reports, -charged)"))).toEqual([
      "warned",
      "reports",
      "between_",
      "charged",
    ]);
  });

  it("that the data doesn't have are all found, the nearest offered with its row", () => {
    expect(checkFigures(parsed("chraged + charged > arrested"), tree)).toEqual([
      {
        rule: "story/unknown-figure",
        start: 0,
        end: 7,
        message: 'There is no figure "chraged" in data/x.csv',
        hint: 'did you mean "charged"? (row 3)',
      },
      {
        rule: "story/unknown-figure",
        start: 20,
        end: 28,
        message: 'There is no figure "arrested" in data/x.csv',
        hint: "the figures are reports, charged, warned, none, rest",
      },
    ]);
  });

  it("are looked up in the tree alone", () => {
    expect(checkFigures(parsed("constructor + __proto__"), tree).map(({ rule }) => rule)).toEqual([
      "story/unknown-figure",
      "story/unknown-figure",
    ]);
    expect(evaluateNumber(parsed("constructor"), tree)).toMatchObject({
      problem: { rule: "story/unknown-figure" },
    });
  });
});
