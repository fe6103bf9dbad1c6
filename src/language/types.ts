import type { Comparison } from "../outcomes/evaluate.ts";
import type { Fraction } from "../outcomes/fraction.ts";
import type { ProseRules } from "./prose-rules.ts";
import type {
  BoundsWords,
  CardWords,
  ChartWords,
  HeadWords,
  HelpWords,
  MethodWords,
  NoteWords,
  PageWords,
  PictureWords,
  PublishedWords,
  ReceiptWords,
  ShareWords,
  StepWords,
} from "./words.ts";

/** What is counted: "report", "reports". */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** How a language writes what Intl knows. */
export interface Formats {
  /** The tag of the language and its region, for Intl and for `lang`: "en-GB". */
  readonly tag: string;
  /** A count in digits: "1,841". */
  readonly count: (count: number | bigint) => string;
  /** A share of 1 as a percentage with so many decimals: "15.8%"; see `formatShare`. */
  readonly share: (share: Fraction, digits: number) => string;
  /** An ISO date as people write it: "6 February 2016". */
  readonly date: (date: string) => string;
  /** Things in a row: "people, cases, and incidents". */
  readonly list: (items: readonly string[]) => string;
}

/** How a language says numbers. */
export interface NumberWords {
  /** A whole number from 0 to 2^53 − 1: "two hundred and ninety". Throws a RangeError for any other. */
  readonly countInWords: (count: number) => string;
  /** What part is of whole: "just under one in six". Throws a RangeError where it is no share of it. */
  readonly ratioInWords: (part: number, whole: number) => string;
  /** The form of a noun that stands beside a count: "report" beside 1. */
  readonly nounFor: (count: number, noun: Noun) => string;
  /** Words as a sentence begins with them: "One in six". */
  readonly capitalise: (words: string) => string;
  /** How a comparison is read out: "less than". */
  readonly operators: Readonly<Record<Comparison["operator"], string>>;
  /** What a story counts that doesn't say it. */
  readonly noun: Noun;
}

/**
 * All that the site knows of a language: how it says numbers, what its prose may hold, and every word that the site
 * says by itself. What has room for something is a function with named parameters, so that each language can put them
 * in its own order; counts in digits come to it as words.
 */
export interface Language extends Formats, NumberWords {
  readonly prose: ProseRules;
  readonly page: PageWords;
  readonly head: HeadWords;
  readonly help: HelpWords;
  readonly steps: StepWords;
  readonly picture: PictureWords;
  readonly receipts: ReceiptWords;
  readonly bounds: BoundsWords;
  readonly charts: ChartWords;
  readonly method: MethodWords;
  readonly sharing: ShareWords;
  readonly notes: NoteWords;
  readonly cards: CardWords;
  readonly published: PublishedWords;
}
