/**
 * The whole numbers that a written one may have been meant for, one slip of the keyboard away: two digits
 * swapped, one digit wrong, missing or doubled.
 *
 * Half of all numbers of two digits are one wrong or missing digit from `15`, so numbers that short are only
 * taken for swapped, or for a longer one with a digit missing. Round numbers (20, 500, 3,000) are taken as meant, whatever they are near to.
 */
export function meantBySlip(written: number): number[] {
  if (!Number.isSafeInteger(written) || written < 10) return [];
  const digits = String(written);
  if (/^\d0*$/.test(digits)) return [];
  const ofLonger = digits.length >= 3 ? [...withDigitChanged(digits), ...withoutDouble(digits)] : [];
  const meant = [...withDigitsSwapped(digits), ...ofLonger, ...withDigitAdded(digits)];
  return meant.filter((text) => text !== digits && !text.startsWith("0")).map(Number);
}

const allDigits = [..."0123456789"];

function placesIn(digits: string): number[] {
  return [...digits].map((_, at) => at);
}

function replaceAt(digits: string, at: number, digit: string): string {
  return digits.slice(0, at) + digit + digits.slice(at + 1);
}

function withDigitsSwapped(digits: string): string[] {
  return placesIn(digits).flatMap((a) =>
    placesIn(digits)
      .slice(a + 1)
      .map((b) => replaceAt(replaceAt(digits, a, digits[b]), b, digits[a])),
  );
}

function withDigitChanged(digits: string): string[] {
  return placesIn(digits).flatMap((at) => allDigits.map((digit) => replaceAt(digits, at, digit)));
}

/** All that a number lacks one digit of. */
function withDigitAdded(digits: string): string[] {
  return [...placesIn(digits), digits.length].flatMap((at) =>
    allDigits.map((digit) => digits.slice(0, at) + digit + digits.slice(at)),
  );
}

function withoutDouble(digits: string): string[] {
  return placesIn(digits)
    .filter((at) => at > 0 && digits[at] === digits[at - 1])
    .map((at) => replaceAt(digits, at, ""));
}
