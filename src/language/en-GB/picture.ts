import type { PictureWords, StepWords } from "../words.ts";

export const steps: StepWords = {
  title: "The figures, step by step",
  name: "Steps",
  choice: "How to read the pictures",
  scroll: "Scroll",
  stepByStep: "Step by step",
  allAtOnce: "All at once",
  keys: "On the picture, the ← and → keys turn to the step before and after.",
  unnamed: ({ step }) => `Step ${step}`,
  nameOf: ({ step, of }) => `Step ${step} of ${of}`,
  place: ({ step, of }) => `${step} of ${of}`,
  previous: "← Previous",
  next: "Next →",
};

/** How the groups of a scene stand, by its arrangement. */
const standings: Readonly<Record<string, { readonly groups: string; readonly place: string }>> = {
  flow: { groups: "groups", place: "at the ends of bands" },
  blocks: { groups: "blocks", place: "as blocks" },
  bars: { groups: "bars", place: "as bars" },
};

export const picture: PictureWords = {
  name: "Picture",
  inFigures: "This picture in figures",
  group: "Group",
  count: "Count",
  share: ({ total }) => `Of ${total}`,
  all: ({ noun }) => `All ${noun.many}`,
  derived: ({ name }) => `${name} (by\u00a0subtraction)`,
  remainder: "The rest, by subtraction",
  dot: ({ count, noun }) => `One dot is ${count} ${noun}.`,
  dotIsOne: ({ noun }) => `One dot is one ${noun.one}.`,
  places: "Dots’ places are arbitrary.",
  counted: ({ name, count }) => `${name} ${count}`,
  parted: ({ group, parts }) => `${group} (${parts.join(", ")})`,
  inOneBlock: ({ total }) => `${total} in one block.`,
  inGroups: ({ total, groups, as }) =>
    `${total} in ${groups.length} ${standings[as].groups}: ${groups.join(", ")}.`,
  highlighted: ({ groups }) => `Lit up: ${groups.join(", ")}.`,
  change: ({ parted, joined, rearranged, highlight, noun }) => {
    const names = (groups: readonly (string | null)[]) =>
      groups.map((name) => name ?? `all ${noun.many}`).join(", ");
    const isRearranged = parted.length + joined.length === 0 && rearranged !== null;
    const changes = [
      parted.length > 0 && `these have parted: ${names(parted)}`,
      joined.length > 0 && `these have come together again: ${names(joined)}`,
      isRearranged && `the groups stand ${standings[rearranged].place} now`,
      parted.length + joined.length === 0 && !isRearranged && "no dot has moved",
      highlight === "others" && "others are lit up",
      highlight === "all" && "all are lit up again",
    ];
    return `Since the step before: ${changes.filter(Boolean).join("; ")}.`;
  },
};
