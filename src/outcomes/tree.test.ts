import { describe, expect, it } from "vitest";
import { readFigures } from "./read.ts";
import { figureOf, isHollow, isPartOf, kindOf, mixedUnits, partsOf, subtractionOf } from "./tree.ts";

const csv = `id,parent,label,count,unit,kind
reports,,Reports,1841,incidents,
charged,reports,Charged,290,people,Action
youths,charged,Young people,124,people,
adults,charged,Adults,,people,Action
rest,reports,Rest,,incidents,
old,rest,Old,1551,incidents,`;
const bytes = new TextEncoder().encode(csv);
const tree = readFigures("data/x.csv", bytes).tree!;

describe("kindOf", () => {
  it("is the figure's own, or that of the nearest figure it is part of", () => {
    expect(kindOf(tree, "charged")).toBe("Action");
    expect(kindOf(tree, "youths")).toBe("Action");
    expect(kindOf(tree, "reports")).toBeNull();
  });

  it("is none for a remainder that names none, and for its parts", () => {
    expect(kindOf(tree, "adults")).toBe("Action");
    expect(kindOf(tree, "rest")).toBeNull();
    expect(kindOf(tree, "old")).toBeNull();
  });
});

it("a remainder is hollow unless it names a kind", () => {
  expect(["adults", "rest", "charged"].filter((id) => isHollow(tree, id))).toEqual(["rest"]);
});

it("a figure is part of itself and of all above it", () => {
  const wholes = [...tree.figures.keys()].filter((id) => isPartOf(tree, "youths", id));
  expect(wholes).toEqual(["reports", "charged", "youths"]);
});

it("parts come in the order of the file", () => {
  expect(partsOf(tree, "charged").map(({ id }) => id)).toEqual(["youths", "adults"]);
  expect(partsOf(tree, "youths")).toEqual([]);
});

it("a remainder is its whole less the other parts; no other figure is worked out", () => {
  expect(subtractionOf(tree, "charged")).toBeNull();
  expect(subtractionOf(tree, "adults")).toEqual({ whole: 290, others: 124 });
  expect(subtractionOf(tree, "rest")).toEqual({ whole: 1841, others: 290 });
});

it("mixed units are found wherever a part counts something else than its whole", () => {
  const pairs = mixedUnits(tree).map(({ parent, child }) => [parent.id, child.id]);
  expect(pairs).toEqual([["reports", "charged"]]);
});

it("an id that is not there is refused", () => {
  expect(() => figureOf(tree, "constructor")).toThrow(RangeError);
});
