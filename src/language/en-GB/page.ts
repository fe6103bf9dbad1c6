import type {
  CardWords,
  HeadWords,
  HelpWords,
  MethodWords,
  NoteWords,
  PageWords,
  ShareWords,
} from "../words.ts";

export const page: PageWords = {
  skip: "Skip to the text",
  licence: "CC BY 4.0",
  terms: ({ publisher, licence }) => [
    "Published by ",
    publisher,
    ". Words, figures and pictures may be reused under ",
    licence,
    ". This site stores nothing about its readers and asks no other site for anything.",
  ],
  notFound: {
    title: "Page not found",
    dek: "There is no page at this address. It may have moved, or the link may have a slip in it.",
    front: "Go to the front page",
  },
};

export const head: HeadWords = {
  kicker: "A story in figures",
  updated: ({ date }) => ["Updated ", date],
  figures: ({ source }) => ["Figures: ", ...source],
  period: ({ period }) => `Period: ${period}`,
  footer: ({ source, corrections }) => [
    "Figures: ",
    ...source,
    ". ",
    { text: "Corrections", href: corrections },
    ".",
  ],
};

export const help: HelpWords = {
  name: "Help",
  exit: ({ label }) =>
    `“${label}”, at the top of the page, takes you to another site at once. It can’t take this page out of your ` +
    "browser’s history, or hide it from someone who can look into your device or your network.",
  exitByShift: "Pressing Shift three times does the same.",
};

export const method: MethodWords = {
  title: "Method and sources",
  figures: "Figures",
  period: "Period",
  source: "Source",
  pictures: "Pictures",
  take: ({ figures, description, ledger }) => [
    "Take them with you: ",
    { text: "the figures", href: figures },
    ", ",
    { text: "their description", href: description },
    ", and ",
    { text: "every number on this page with its source", href: ledger },
    ".",
  ],
  corrections: "Corrections",
  noCorrections: "None so far.",
  correction: ({ date, text }) => [date, `: ${text}`],
};

export const sharing: ShareWords = {
  title: "Share, embed or keep",
  links: ({ file, steps }) => [
    { text: "The story in one file", href: file },
    ...(steps.length > 0 ? [", its steps: ", ...steps.flatMap((step) => [step, " "])] : []),
  ],
  step: ({ title }) => `This step in “${title}”`,
  credit: ({ story, site, source }) => [story, `, by ${site}. Figures: `, ...source, "."],
};

export const notes: NoteWords = {
  source: ({ source }) => `Source: ${source}`,
  footnotes: "Footnotes",
  back: ({ footnote, mark }) => `Back to reference ${footnote}${mark > 1 ? `-${mark}` : ""}`,
};

export const cards: CardWords = {
  credit: ({ publisher }) => `Figures: ${publisher}`,
};
