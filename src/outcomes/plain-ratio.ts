import {
  compareFractions,
  divide,
  type Fraction,
  fraction,
  magnitude,
  subtract,
  toNumber,
} from "./fraction.ts";

/** A fraction that people say: `top` in `bottom`. Its cost is how far off a plainer one may be to win over it. */
interface SimpleFraction {
  readonly top: number;
  readonly bottom: number;
  readonly cost: number;
}

/** A share as people say it: how it stands to `top` in `bottom`. None is 0 in 1, and all is 1 in 1. */
export interface PlainRatio {
  readonly top: number;
  readonly bottom: number;
  /** "over" and "under" are more than 1 % off and near; "above" and "below" say no more than on which side it lies. */
  readonly is: "exactly" | "about" | "over" | "under" | "above" | "below";
}

/**
 * What part is of whole, as the nearest fraction that people say: one in six, two in five, nine in ten.
 * The fraction is the one with the least error relative to the value, where halves to fifths come free, one in
 * so many costs 1 %, tenths 2 %, and any other (three in seven) 7 %, unless it is exact. Within 1 % of the value
 * it is about that, otherwise over or under it. Shares under one in a thousand and over ninety-nine in a hundred are
 * only bounded.
 * Throws a RangeError where part is under 0 or over whole, or whole is 0.
 */
export function plainRatio(part: number, whole: number): PlainRatio {
  if (part < 0 || part > whole || whole === 0) throw new RangeError(`${part} is not a share of ${whole}`);
  const value = fraction(part, whole);
  if (part === 0 || part === whole) return { top: part === 0 ? 0 : 1, bottom: 1, is: "exactly" };
  if (compareFractions(value, fraction(1, 1000)) < 0) return { top: 1, bottom: 1000, is: "below" };
  if (compareFractions(value, fraction(99, 100)) > 0) return { top: 99, bottom: 100, is: "above" };
  const { top, bottom } = simpleFractions
    .map((simple) => ({
      simple,
      weight: weigh(relativeError(value, fraction(simple.top, simple.bottom)), simple.cost),
    }))
    .reduce((best, candidate) => (candidate.weight < best.weight ? candidate : best)).simple;
  return { top, bottom, is: relate(value, fraction(top, bottom)) };
}

/** An exact fraction wins over all others, whatever it costs. */
function weigh(error: number, cost: number): number {
  return error === 0 ? 0 : error + cost;
}

function relate(value: Fraction, simple: Fraction): PlainRatio["is"] {
  const order = compareFractions(value, simple);
  if (order === 0) return "exactly";
  if (relativeError(value, simple) <= 0.01) return "about";
  return order > 0 ? "over" : "under";
}

function relativeError(value: Fraction, simple: Fraction): number {
  return toNumber(divide(magnitude(subtract(value, simple)), value));
}

const simpleFractions: readonly SimpleFraction[] = listSimpleFractions();

/** Plainest first, so that of two as near the plainer one is taken. */
function listSimpleFractions(): SimpleFraction[] {
  const halvesToFifths = reducedFractions([2, 3, 4, 5]).map((simple) => ({ ...simple, cost: 0 }));
  const oneIn = [...range(6, 20, 1), ...range(25, 100, 5), ...range(125, 1000, 25)];
  const allButOneIn = [10, 20, 100].map((bottom) => ({ top: bottom - 1, bottom, cost: 0.01 }));
  return [
    ...halvesToFifths,
    ...oneIn.map((bottom) => ({ top: 1, bottom, cost: 0.01 })),
    ...allButOneIn,
    ...[3, 7].map((top) => ({ top, bottom: 10, cost: 0.02 })),
    ...reducedFractions([6, 7, 8, 9]).map((simple) => ({ ...simple, cost: 0.07 })),
  ];
}

function reducedFractions(bottoms: readonly number[]): { top: number; bottom: number }[] {
  return bottoms.flatMap((bottom) =>
    range(1, bottom - 1, 1)
      .filter((top) => fraction(top, bottom).denominator === BigInt(bottom))
      .map((top) => ({ top, bottom })),
  );
}

function range(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}
