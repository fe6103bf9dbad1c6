import type { Span } from "../diagnostics/types.ts";
import type { Comparison } from "../outcomes/evaluate.ts";
import type { Noun } from "../language/types.ts";
import type { Letters } from "./letters.ts";
import type { Expression } from "../outcomes/expression-types.ts";
import type { FigureTree } from "../outcomes/types.ts";

/** Text with inline directives, resolved: safe HTML, and the same words without markup. */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

/** Where the figures of a story come from. */
export interface Source {
  readonly name: string;
  readonly publisher: string;
  readonly period: string;
  readonly url: string | null;
  readonly note: RichText | null;
}

export interface Correction {
  /** ISO date, `2016-02-06`. */
  readonly date: string;
  readonly text: string;
  /** The ids of the figures that it corrects. */
  readonly figures: readonly string[];
}

/** How a scene can set out its dots: what `as` takes. A scene with no split is always one block. */
export const arrangements = ["flow", "blocks", "bars"] as const;

export type Arrangement = (typeof arrangements)[number];

/** One step of the scrollytelling. */
export interface Scene {
  /** The address of the scene in its story. */
  readonly id: string;
  /** The figures whose parts stand apart. Empty: one block. */
  readonly split: readonly string[];
  /** The figures lit up. Empty: all are. */
  readonly focus: readonly string[];
  readonly as: Arrangement;
  /** The heading that the step begins with, as an element and as words; null where it has none. */
  readonly title: RichText | null;
  /** The step's text after it. */
  readonly body: RichText;
  readonly span: Span;
}

/** What `type` of a chart can be. */
export const chartTypes = ["bars", "share", "compare", "table"] as const;
export type ChartType = (typeof chartTypes)[number];

export type Block =
  | { readonly type: "prose"; readonly html: string }
  /** Scenes in a row: they share one stage. */
  | { readonly type: "stage"; readonly scenes: readonly Scene[] }
  | {
      readonly type: "chart";
      readonly chart: ChartType;
      /** The figures whose parts are shown; one but for `compare`. */
      readonly of: readonly string[];
      readonly caption: RichText;
    }
  | {
      readonly type: "bounds";
      readonly of: string;
      /** The part of it that may belong to any of the others. */
      readonly rest: string;
      /** The parts of it that are not final. */
      readonly open: readonly string[];
    }
  | { readonly type: "helpline" }
  | { readonly type: "method" }
  | { readonly type: "aside"; readonly title: RichText; readonly html: string }
  | { readonly type: "footnotes"; readonly html: string };

/** A number or claim in the prose that stands for figures: the ledger's entry. */
export interface Binding {
  readonly kind: "n" | "pct" | "ratio" | "claim";
  /** What the reader reads. */
  readonly text: string;
  /** What it says: `charged + warned`, `charged / reports < 1/6`. */
  readonly expression: Expression;
  /**
   * The dots to light up: the figures that a claim names, in its order, or those that a number counts; for
   * `reports - undescribed` these are all the parts of the whole but the one.
   */
  readonly figures: readonly string[];
  /** Of what it is a share, for `pct` and `ratio`: a figure, or a sum of figures. */
  readonly of: Expression | null;
  /** The id of its receipt. */
  readonly receipt: string;
  /** Its value: the count, the share as a fraction of 1; null for a claim. */
  readonly value: number | null;
  /** The comparisons that a claim comes down to, both sides worked out; null but for claims. */
  readonly comparisons: readonly Comparison[] | null;
  /** Id of the scene it stands in; null elsewhere. */
  readonly scene: string | null;
  readonly span: Span;
}

/** A number that is not in the data, and the source that vouches for it. */
export interface Citation {
  readonly text: string;
  readonly source: string;
  /** Id of the scene it stands in; null elsewhere. */
  readonly scene: string | null;
  readonly span: Span;
}

/** A story, read, bound to its figures and judged. */
export interface Story {
  readonly slug: string;
  readonly file: string;
  readonly title: RichText;
  readonly dek: RichText;
  readonly byline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly source: Source;
  readonly caveat: RichText | null;
  /** What one dot is called. */
  readonly noun: Noun;
  readonly corrections: readonly Correction[];
  readonly draft: boolean;
  /** Reports per dot. */
  readonly dot: number;
  readonly tree: FigureTree;
  readonly blocks: readonly Block[];
  /** Those of all its stages, in reading order. */
  readonly scenes: readonly Scene[];
  readonly bindings: readonly Binding[];
  /** In reading order. */
  readonly citations: readonly Citation[];
  /** What its texts set in the page's serif; the title has a cut of its own. */
  readonly letters: Letters;
}

/** `content/site.yaml`. */
export interface Site {
  readonly title: string;
  readonly description: string;
  /** Absolute, ends with a slash; may hold a path. */
  readonly url: string;
  readonly publisher: { readonly name: string; readonly url: string };
  readonly locale: string;
  readonly helpline: {
    readonly name: string;
    readonly phone: string;
    readonly url: string;
    readonly text: string;
  };
  readonly exit: { readonly label: string; readonly url: string };
}
