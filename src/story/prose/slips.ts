/** A figure must have this many digits for another number to be taken for a slip of it: shorter ones lie too close. */
const leastDigits = 3;

/**
 * Whether a number is one slip of the keyboard from a figure: two digits swapped, one digit wrong, missing or
 * doubled. Round numbers (20, 500, 3,000) are taken as meant, whatever they are near to.
 */
export function isSlip(written: number, figure: number): boolean {
  if (!Number.isSafeInteger(written) || written === figure) return false;
  const [a, b] = [String(written), String(figure)];
  if (b.length < leastDigits || /^\d0*$/.test(a)) return false;
  if (a.length === b.length) return hasDigitWrong(a, b) || hasDigitsSwapped(a, b);
  if (a.length === b.length - 1) return canDrop(b, a, () => true);
  return a.length === b.length + 1 && canDrop(a, b, (at) => a[at] === a[at - 1] || a[at] === a[at + 1]);
}

function differences(a: string, b: string): number[] {
  return [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
}

function hasDigitWrong(a: string, b: string): boolean {
  return differences(a, b).length === 1;
}

function hasDigitsSwapped(a: string, b: string): boolean {
  const [first, second, ...more] = differences(a, b);
  return second !== undefined && more.length === 0 && a[first] === b[second] && a[second] === b[first];
}

/** Whether the longer number becomes the shorter one without one of its digits, of those that may go. */
function canDrop(longer: string, shorter: string, mayGo: (at: number) => boolean): boolean {
  return [...longer].some((_, at) => mayGo(at) && longer.slice(0, at) + longer.slice(at + 1) === shorter);
}
