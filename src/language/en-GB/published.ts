import type { PublishedWords } from "../words.ts";

export const published: PublishedWords = {
  licence: "Creative Commons Attribution 4.0 International",
  figuresOf: ({ title }) => `The figures of “${title}”`,
  period: ({ period }) => `Period: ${period}.`,
  correction: ({ date, text }) => `Correction, ${date}: ${text}`,
  columns: {
    id: "The word by which the story calls the figure.",
    parent: "The id of the figure that this one is part of; blank: the whole.",
    label: "What readers see.",
    count: "How many.",
    derived: "true: not in the source, but its parent less the other parts.",
    unit: "What is counted, in the source's own word.",
    kind: "The editorial group of an outcome: the story's, not the source's.",
    note: "A caveat, or the wording of the source.",
  },
};
