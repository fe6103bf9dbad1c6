/** An exact number. In lowest terms; the denominator is over 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Throws a RangeError where the denominator is 0, or a number is not whole. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 0n) throw new RangeError("A fraction's denominator cannot be 0");
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

/** From digits with or without a decimal point: `12`, `0.05`. */
export function fractionFromDecimal(digits: string): Fraction {
  const [whole, decimals = ""] = digits.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Throws a RangeError where `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function negate(a: Fraction): Fraction {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function magnitude(a: Fraction): Fraction {
  return a.numerator < 0n ? negate(a) : a;
}

/** Below 0 where `a` is less than `b`, 0 where they are equal, above 0 where `a` is more. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest floating-point number, or one next to it. */
export function toNumber({ numerator, denominator }: Fraction): number {
  // Beyond 2^1023 a bigint becomes Infinity, so both are cut to where a float can hold them.
  const bits = Math.max(numerator.toString(2).length, denominator.toString(2).length);
  const excess = BigInt(Math.max(0, bits - 1000));
  return Number(numerator >> excess) / Number(denominator >> excess);
}

/**
 * The number in digits for a message, cut (not rounded) after so many decimals, with an ellipsis where
 * more follow: 1/6 is "0.1666…", 290 is "290".
 */
export function formatDecimal(value: Fraction, decimals = 4): string {
  const { numerator, denominator } = magnitude(value);
  const sign = value.numerator < 0n ? "−" : "";
  const whole = numerator / denominator;
  const scale = 10n ** BigInt(decimals);
  const scaled = (numerator % denominator) * scale;
  if (scaled === 0n) return `${sign}${whole}`;
  const digits = (scaled / denominator).toString().padStart(decimals, "0");
  return scaled % denominator === 0n
    ? `${sign}${whole}.${digits.replace(/0+$/, "")}`
    : `${sign}${whole}.${digits}…`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
