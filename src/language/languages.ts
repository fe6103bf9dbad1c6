import { english } from "./en-GB/english.ts";
import type { Language } from "./types.ts";

/** A language that the site has words for. */
interface Spoken {
  /** The folder of its words, beside this file. */
  readonly folder: string;
  /** Its words, with the formats of a region: "en-IE". */
  readonly speak: (tag: string) => Language;
}

/** The site's languages, by the tag that stands for all regions. */
const languages: ReadonlyMap<string, Spoken> = new Map([["en", { folder: "en-GB", speak: english }]]);

/** The tags of the languages that the site has words for. */
export const spoken: readonly string[] = [...languages.keys()];

/** What a site that names no locale is written in. */
export const defaultLocale = "en-GB";

/** The language of a locale such as "en-IE"; null where the site has no words for it, or it is no tag of a locale. */
export function languageFor(locale: string): Language | null {
  return find(locale)?.speak(locale) ?? null;
}

/** The language of a site whose locale has been checked. Throws a RangeError where the site has no words for it. */
export function languageOf({ locale }: { readonly locale: string }): Language {
  return spokenIn(locale).speak(locale);
}

/** The folder of src/language/ that has the words of a locale. Throws a RangeError where there is none. */
export function folderFor(locale: string): string {
  return spokenIn(locale).folder;
}

function spokenIn(locale: string): Spoken {
  const found = find(locale);
  if (found === undefined) throw new RangeError(`There are no words for the locale "${locale}"`);
  return found;
}

function find(locale: string): Spoken | undefined {
  try {
    return languages.get(new Intl.Locale(locale).language);
  } catch {
    return undefined;
  }
}
