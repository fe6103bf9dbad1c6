import { languageOf } from "../../src/language/languages.ts";

/** The language that most tests read. */
export const british = languageOf({ locale: "en-GB" });
