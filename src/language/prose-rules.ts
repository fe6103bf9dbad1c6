/** A number found in a text, as offsets in it. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  /** What it can mean: one value, but for `1.841`, which can be a decimal or a count. */
  readonly values: readonly number[];
  /** A pair is two numbers that say one thing: 2015–16, 3:1, 2–1, 1/6. */
  readonly form: "count" | "year" | "measure" | "share" | "money" | "phone" | "pair";
  /** What a measure measures: "years", "miles". */
  readonly measure?: string;
}

/** A comparison in words, as offsets in the text. */
export interface FoundComparison {
  readonly start: number;
  readonly end: number;
}

/** What the check of a story's prose must know of its language. */
export interface ProseRules {
  /** The numbers in a text, in digits and in words, in reading order; not the digits that count nothing, as in dates. */
  readonly findNumbers: (text: string) => FoundNumber[];
  /** The comparisons in words in a text, in reading order: "half of them", "most". */
  readonly findComparisons: (text: string) => FoundComparison[];
  /**
   * Whether a number between two texts counts something that is none of the story's words (in lower case), or nothing
   * at all: "12 officers", where the story counts people charged.
   */
  readonly countsOther: (before: string, after: string, storyWords: ReadonlySet<string>) => boolean;
}
