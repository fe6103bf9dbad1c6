import type { Fraction } from "./fraction.ts";

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
