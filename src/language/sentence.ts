/** Words that lead somewhere. */
export interface Link {
  readonly text: string;
  readonly href: string;
  readonly rel?: string;
}

/** A day in words, and the same as an ISO date. */
export interface Day {
  readonly text: string;
  readonly date: string;
}

/** A sentence in pieces, in the order in which the language has them: words, and what stands among them. */
export type Sentence = readonly (string | Link | Day)[];

/** A sentence in which no days stand. */
export type LinkedWords = readonly (string | Link)[];
