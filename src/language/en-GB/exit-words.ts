import type { ExitWords } from "../script-words.ts";

export const words: ExitWords = {
  missing: ({ presses }) =>
    `Shift: ${presses} more ${presses === 1 ? "press" : "presses"} to leave this page.`,
  stays: "No longer leaving.",
};
