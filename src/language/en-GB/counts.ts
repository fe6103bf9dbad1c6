const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const thousands = ["", " thousand", " million", " billion", " trillion", " quadrillion"];

/**
 * A count in British English: 290 is "two hundred and ninety", 1841 is "one thousand, eight hundred and
 * forty-one", 1005 is "one thousand and five".
 * Throws a RangeError but for whole numbers from 0 to 2^53 − 1.
 */
export function countInWords(count: number): string {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a count`);
  if (count < 1000) return belowThousand(count);
  const groups: string[] = [];
  for (let [rest, power] = [count, 0]; rest > 0; [rest, power] = [Math.floor(rest / 1000), power + 1]) {
    if (rest % 1000 > 0) groups.unshift(belowThousand(rest % 1000) + thousands[power]);
  }
  const last = count % 1000;
  if (last === 0 || last >= 100) return groups.join(", ");
  return `${groups.slice(0, -1).join(", ")} and ${groups.at(-1)}`;
}

function belowThousand(count: number): string {
  if (count < 20) return small[count];
  if (count < 100) return tens[Math.floor(count / 10)] + (count % 10 === 0 ? "" : `-${small[count % 10]}`);
  const rest = count % 100;
  return `${small[Math.floor(count / 100)]} hundred${rest === 0 ? "" : ` and ${belowThousand(rest)}`}`;
}

/** The text with a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
