const measures =
  /^[\s\u00a0-]?(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centuries|miles?|yards?|feet|foot|ft|inch(?:es)?|metres?|kilometres?|km|cm|mm|kg|kilos?|grams?|tonnes?|tons?|stone|lbs?|ounces?|litres?|pints?|gallons?|acres?|hectares?|degrees?|mph|kph|pence|p)\b/iu;
const age = /\b(?:aged|ages|age(?:\s+of)?)\s+$/iu;
/** Between commas after a name: Jane Smith, 38, of Dudley. */
const ageOf = { before: /\p{Lu}[\p{L}’'-]*,\s$/u, after: /^,/ };

/**
 * What a number between these texts measures: "years" of an age, "hours", "miles"; null where it measures
 * nothing, and so can only be a count.
 */
export function measureOf(before: string, after: string): string | null {
  if (age.test(before) || (ageOf.before.test(before) && ageOf.after.test(after))) return "years";
  return measures.exec(after)?.[1].toLowerCase() ?? null;
}

/** Whether a number in words is an hour: a quarter to eleven, twelve o'clock. */
export function isHour(before: string, after: string): boolean {
  return (
    /\b(?:quarter|half|five|ten|twenty|minutes?)\s+(?:to|past)\s+$/iu.test(before) ||
    /^\s+o[’']clock\b/iu.test(after)
  );
}

/** Words that can follow a count without saying of what. */
const saysNothing =
  /^(?:and|are|at|been|but|by|did|for|from|got|had|has|have|in|is|left|men|more|of|on|or|other|others|people|remain|remained|that|their|them|then|to|was|were|when|which|who|will|with|women)$/;

/**
 * Whether a number counts something that is none of the story's words, or nothing at all: "12 officers", "the 51 bus",
 * "another 51", where the story counts people charged.
 */
export function countsOther(before: string, after: string, storyWords: ReadonlySet<string>): boolean {
  if (/\b(?:another|an?)\s$/i.test(before)) return true;
  const [, word] = /^\s+(\p{Ll}{3,})\b/u.exec(after) ?? [];
  return word !== undefined && !saysNothing.test(word) && !storyWords.has(word);
}

/** What leads to a year: in 2012, the 2012 Act, the Act of London 2012, (2012), or the start of a sentence. */
const beforeYears =
  /(?:\b(?:in|since|until|till|by|before|after|during|from|to|and|between|early|late|mid|year|spring|summer|autumn|winter|the|a|an|its|their|that)[\s-]+|\p{Lu}\p{L}*\s+|[(]|^|[.!?;:]\s+)$/iu;
const countedThings = /^\s+(?:people|women|men|children|(?!was\b|has\b|is\b)\p{Ll}+s)\b/u;

/** Whether four digits between these texts are a year from 1900 to 2099: not "the 1941 reports". */
export function isYear(written: string, before: string, after: string): boolean {
  return /^(?:19|20)\d{2}$/.test(written) && beforeYears.test(before) && !countedThings.test(after);
}
