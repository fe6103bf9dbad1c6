import type { Comparison } from "../outcomes/evaluate.ts";
import type { StageWords } from "./script-words.ts";
import type { Day, Link, LinkedWords, Sentence } from "./sentence.ts";
import type { Noun } from "./types.ts";

/** What stands around every page, and the page for addresses that lead nowhere. */
export interface PageWords {
  readonly skip: string;
  /** The short name of the licence, Creative Commons Attribution 4.0. */
  readonly licence: string;
  readonly terms: (slots: { readonly publisher: Link; readonly licence: Link }) => Sentence;
  readonly notFound: { readonly title: string; readonly dek: string; readonly front: string };
}

/** What stands over a story and at its end. */
export interface HeadWords {
  readonly kicker: string;
  readonly updated: (slots: { readonly date: Day }) => Sentence;
  readonly figures: (slots: { readonly source: LinkedWords }) => LinkedWords;
  readonly period: (slots: { readonly period: string }) => string;
  /** The last line of the page; `corrections` is an address. */
  readonly footer: (slots: { readonly source: LinkedWords; readonly corrections: string }) => LinkedWords;
}

/** The box with the helpline. */
export interface HelpWords {
  /** The name by which screen readers list it. */
  readonly name: string;
  /** What the way out does and what it can't; `label` is what it is called. */
  readonly exit: (slots: { readonly label: string }) => string;
  readonly exitByShift: string;
}

/** A run of steps, and the choice of how to read them. */
export interface StepWords {
  readonly title: string;
  /** The name of the list of steps. */
  readonly name: string;
  readonly choice: string;
  readonly scroll: string;
  readonly stepByStep: string;
  readonly allAtOnce: string;
  readonly keys: string;
  /** What a step without a heading is called. */
  readonly unnamed: (slots: { readonly step: number }) => string;
  readonly nameOf: (slots: { readonly step: number; readonly of: number }) => string;
  readonly place: (slots: { readonly step: number; readonly of: number }) => string;
  readonly previous: string;
  readonly next: string;
}

/** The still pictures: their names, keys, tables, and descriptions. Groups come with their names and counts. */
export interface PictureWords {
  readonly name: string;
  readonly inFigures: string;
  readonly group: string;
  readonly count: string;
  readonly share: (slots: { readonly total: string }) => string;
  readonly all: (slots: { readonly noun: Noun }) => string;
  /** The name of a figure that is worked out. */
  readonly derived: (slots: { readonly name: string }) => string;
  /** What the rings stand for. */
  readonly remainder: string;
  readonly dot: (slots: { readonly count: string; readonly noun: string }) => string;
  readonly dotIsOne: (slots: { readonly noun: Noun }) => string;
  /** That the place of a dot in its group says nothing. */
  readonly places: string;
  readonly counted: (slots: { readonly name: string; readonly count: string }) => string;
  /** A group, and those it has parted into. */
  readonly parted: (slots: { readonly group: string; readonly parts: readonly string[] }) => string;
  readonly inOneBlock: (slots: { readonly total: string }) => string;
  /** How the groups stand, by the arrangement of the scene. */
  readonly inGroups: (slots: {
    readonly total: string;
    readonly groups: readonly string[];
    readonly as: string;
  }) => string;
  readonly highlighted: (slots: { readonly groups: readonly string[] }) => string;
  /** What has changed since the step before. */
  readonly change: (slots: PictureChange) => string;
}

export interface PictureChange {
  /** The names of the groups that have parted; null for the whole. */
  readonly parted: readonly (string | null)[];
  /** Those of the groups that have come together again. */
  readonly joined: readonly (string | null)[];
  /** The arrangement in which the groups stand now; null where it is as it was. */
  readonly rearranged: string | null;
  /** What is lit up that was not, or all; null where that is as it was. */
  readonly highlight: "others" | "all" | null;
  readonly noun: Noun;
}

/** Where numbers come from. */
export interface ReceiptWords {
  readonly title: string;
  readonly nameOf: StageWords["receipt"];
  readonly steps: string;
  readonly row: (slots: { readonly row: number; readonly file: string }) => string;
  /** How a remainder is worked out; both are counts. */
  readonly subtraction: (slots: { readonly whole: string; readonly others: string }) => string;
  readonly figure: (slots: {
    readonly label: string;
    /** How it is worked out; null where the source has it. */
    readonly subtraction: string | null;
    readonly place: (text: string) => Link;
    readonly row: number;
    readonly file: string;
    readonly ofWhole: { readonly share: string; readonly whole: Link } | null;
  }) => LinkedWords;
  readonly sum: (slots: { readonly label: string; readonly sum: LinkedWords }) => LinkedWords;
  readonly share: (slots: {
    readonly label: string;
    readonly wholeLabel: string;
    readonly part: LinkedWords;
    readonly whole: LinkedWords;
  }) => LinkedWords;
  readonly comparison: (slots: {
    readonly left: LinkedWords;
    readonly operator: Comparison["operator"];
    readonly right: LinkedWords;
    readonly holds: boolean;
  }) => LinkedWords;
  readonly claim: (slots: { readonly comparisons: readonly LinkedWords[] }) => LinkedWords;
}

/** Shares and their limits. `rest` is the count of what may belong anywhere. */
export interface BoundsWords {
  readonly caption: (slots: { readonly label: string }) => string;
  readonly note: (slots: { readonly total: string; readonly rest: string; readonly label: string }) => string;
  readonly shareOf: string;
  readonly limits: string;
  readonly whole: (slots: {
    readonly whole: "all" | "described" | "final";
    readonly count: string;
  }) => string;
  readonly sharesOf: string;
  readonly countAs: (slots: { readonly rest: string }) => string;
  readonly range: (slots: { readonly least: string; readonly most: string }) => string;
  readonly limitsOf: (slots: {
    readonly label: string;
    readonly range: string;
    readonly total: string;
    readonly rest: string;
  }) => string;
  /** What becomes of the rest that is counted as nothing else. */
  readonly apart: (slots: { readonly rest: string; readonly isPart: boolean }) => string;
}

/** Still charts. */
export interface ChartWords {
  readonly figure: string;
  readonly count: string;
  readonly share: string;
  readonly inFigures: string;
  /** Whose grouping the colours are. */
  readonly colours: string;
  /** `counted` is a count and its unit, `share` all of it. */
  readonly whole: (slots: {
    readonly label: string;
    readonly counted: string;
    readonly share: string;
  }) => string;
  readonly describe: (slots: {
    readonly label: string;
    readonly counted: string;
    readonly parts: readonly { readonly label: string; readonly count: string; readonly share: string }[];
  }) => string;
}

/** How a story was made, and what was wrong in it. */
export interface MethodWords {
  readonly title: string;
  readonly figures: string;
  readonly period: string;
  readonly source: string;
  readonly pictures: string;
  /** Each is an address. */
  readonly take: (slots: {
    readonly figures: string;
    readonly description: string;
    readonly ledger: string;
  }) => LinkedWords;
  readonly corrections: string;
  readonly noCorrections: string;
  readonly correction: (slots: { readonly date: Day; readonly text: string }) => Sentence;
}

/** What leads out of a story, and into it. */
export interface ShareWords {
  readonly title: string;
  /** `file` is an address; there may be no steps. */
  readonly links: (slots: { readonly file: string; readonly steps: readonly Link[] }) => LinkedWords;
  /** On the page of a step: the words that lead to it. */
  readonly step: (slots: { readonly title: string }) => string;
  /** Below a story in a frame. */
  readonly credit: (slots: {
    readonly story: Link;
    readonly site: string;
    readonly source: LinkedWords;
  }) => LinkedWords;
}

/** Notes in the text. */
export interface NoteWords {
  readonly source: (slots: { readonly source: string }) => string;
  readonly footnotes: string;
  /** What leads back from a footnote to its mark, the nth of them. */
  readonly back: (slots: { readonly footnote: number; readonly mark: number }) => string;
}

/** Pictures for links. */
export interface CardWords {
  readonly credit: (slots: { readonly publisher: string }) => string;
}

/** Files for programs that show their words to people. */
export interface PublishedWords {
  /** The name of the licence, Creative Commons Attribution 4.0, in full. */
  readonly licence: string;
  readonly figuresOf: (slots: { readonly title: string }) => string;
  readonly period: (slots: { readonly period: string }) => string;
  /** `date` is in ISO form. */
  readonly correction: (slots: { readonly date: string; readonly text: string }) => string;
  /** What the columns of the published figures hold. */
  readonly columns: Readonly<Record<FiguresColumn, string>>;
}

export type FiguresColumn = "id" | "parent" | "label" | "count" | "derived" | "unit" | "kind" | "note";
