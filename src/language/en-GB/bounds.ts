import type { BoundsWords } from "../words.ts";

export const bounds: BoundsWords = {
  caption: ({ label }) => `${label}: shares and their limits`,
  note: ({ total, rest, label }) =>
    `The limits, not estimates, are of all ${total}, with none or all of the ${rest} “${label}”.`,
  shareOf: "Share of",
  limits: "Limits",
  whole: ({ whole, count }) => (whole === "all" ? `all ${count}` : `the ${count} ${whole}`),
  sharesOf: "Shares of",
  countAs: ({ rest }) => `Count the ${rest} as`,
  range: ({ least, most }) => `${least}–${most}`,
  limitsOf: ({ label, range, total, rest }) =>
    `Limits, not estimates, of “${label}”: ${range} of ${total}, with none or all of the ${rest}.`,
  apart: ({ rest, isPart }) => `The ${rest} ${isPart ? "stand apart" : "are left out"}.`,
};
