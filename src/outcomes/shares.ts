import { countInWords } from "./counts.ts";
import {
  compareFractions,
  divide,
  type Fraction,
  fraction,
  magnitude,
  subtract,
  toNumber,
} from "./fraction.ts";

/**
 * A share as a percentage with so many decimals, rounded half up from the exact fraction: "16%", "15.8%".
 * What is neither none nor all is never shown as 0% or 100%, but as "<1%" and ">99%" (or "<0.1%", ">99.9%").
 */
export function formatShare(share: Fraction, digits: number, locale: string): string {
  const { numerator, denominator } = share;
  const whole = 100n * 10n ** BigInt(digits);
  const rounded = (2n * numerator * whole + denominator) / (2n * denominator);
  if (rounded === 0n && numerator > 0n) return `<${formatPercent(1n, digits, locale)}`;
  if (rounded === whole && numerator < denominator) return `>${formatPercent(whole - 1n, digits, locale)}`;
  return formatPercent(rounded, digits, locale);
}

/** `steps` are of the last digit shown: 158 with one digit is "15.8%". */
function formatPercent(steps: bigint, digits: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As a string, so that no floating-point number stands between the fraction and its digits.
  return format.format(`${steps}E-${digits + 2}` as `${number}`);
}

/** A fraction that people say: `top` in `bottom`. Its cost is how far off a plainer one may be to win over it. */
interface SimpleFraction {
  readonly top: number;
  readonly bottom: number;
  readonly cost: number;
}

/**
 * What part is of whole, as the nearest fraction that people say: "one in six", "two in five", "nine in ten".
 * The fraction is the one with the least error relative to the value, where halves to fifths come free, one in
 * so many costs 1 %, tenths 2 %, and any other (three in seven) 7 %, unless it is exact. Within 1 % of the value
 * it is led by "about", otherwise by "just over" or "just under"; by nothing where exact. Shares under one in a thousand and over
 * ninety-nine in a hundred are only bounded. 0 is "none" and the whole "all".
 * Throws a RangeError where part is under 0 or over whole, or whole is 0.
 */
export function ratioInWords(part: number, whole: number): string {
  if (part < 0 || part > whole || whole === 0) throw new RangeError(`${part} is not a share of ${whole}`);
  const value = fraction(part, whole);
  if (part === 0) return "none";
  if (part === whole) return "all";
  if (compareFractions(value, fraction(1, 1000)) < 0) return "fewer than one in a thousand";
  if (compareFractions(value, fraction(99, 100)) > 0) return "more than ninety-nine in a hundred";
  const nearest = simpleFractions
    .map((simple) => ({ simple, weight: weigh(relativeError(value, simple), simple.cost) }))
    .reduce((best, candidate) => (candidate.weight < best.weight ? candidate : best)).simple;
  return [lead(value, nearest), sayRatio(nearest)].filter((words) => words !== "").join(" ");
}

/** An exact fraction wins over all others, whatever it costs. */
function weigh(error: number, cost: number): number {
  return error === 0 ? 0 : error + cost;
}

function lead(value: Fraction, simple: SimpleFraction): string {
  const order = compareFractions(value, fraction(simple.top, simple.bottom));
  if (order === 0) return "";
  if (relativeError(value, simple) <= 0.01) return "about";
  return order > 0 ? "just over" : "just under";
}

function relativeError(value: Fraction, { top, bottom }: SimpleFraction): number {
  return toNumber(divide(magnitude(subtract(value, fraction(top, bottom))), value));
}

function sayRatio({ top, bottom }: SimpleFraction): string {
  const round = new Map([
    [100, "a hundred"],
    [1000, "a thousand"],
  ]);
  return `${countInWords(top)} in ${round.get(bottom) ?? countInWords(bottom)}`;
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
