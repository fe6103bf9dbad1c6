import { z } from "zod";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { defaultLocale, languageFor, spoken } from "../language/languages.ts";
import { report } from "../story/context.ts";
import { fileAsPassage } from "../story/passage.ts";
import { keys, text, webAddress } from "../story/schema.ts";
import { readSettings } from "../story/settings.ts";
import type { Site } from "../story/types.ts";
import { atStart, readText } from "./text.ts";

export const siteFile = "content/site.yaml";
export const glossaryFile = "content/glossary.yaml";

const unspoken =
  "must be of a language that the site has words for\n" +
  `use ${new Intl.ListFormat("en", { type: "disjunction" }).format(spoken)}, with or without a region (en-GB), or add the language: docs/languages.md`;

export const siteSchema = keys({
  title: text.describe("The name of the site"),
  description: text.describe("What this site is, in one sentence"),
  url: webAddress
    .describe("Where the site is published, https://…; may hold a path")
    .transform((url) => (url.endsWith("/") ? url : `${url}/`)),
  publisher: keys({ name: text, url: webAddress }).describe("Who answers for the site"),
  locale: text
    .refine(isLocale, "must be the tag of a language\nwrite it as in en-GB")
    .refine((locale) => !isLocale(locale) || languageFor(locale) !== null, unspoken)
    .describe("The language of the site, and how its region writes numbers and dates; en-GB if left out")
    .default(defaultLocale),
  helpline: keys({
    name: text,
    phone: text.describe("As a reader dials it: 0808 802 0300"),
    url: webAddress,
    text: text.describe("Who runs it, and what to do in an emergency"),
  }).describe("The help box"),
  exit: keys({ label: text, url: webAddress }).describe("The link out, always on screen"),
});

export const glossarySchema = z
  .record(
    z.string(),
    text,
    "must be a list of terms\nwrite each on a line of its own, with its definition after a colon",
  )
  .describe("Terms that :term[…] explains, each with its definition after a colon");

type Files = ReadonlyMap<string, Uint8Array>;

/** Reads `content/site.yaml`; null where it isn't there or has problems, which are added to the diagnostics. */
export function readSite(files: Files, diagnostics: Diagnostic[]): Site | null {
  if (files.has(siteFile)) return readYaml(siteFile, files, siteSchema, "site/config", diagnostics);
  const hint = `it holds the keys ${Object.keys(siteSchema.shape).join(", ")}`;
  diagnostics.push(atStart(siteFile, "site/config", `There is no file ${siteFile}`, hint));
  return null;
}

/**
 * Reads `content/glossary.yaml`, where there is one: the terms in lower case, and what they mean. Null where it has
 * problems, which are added to the diagnostics.
 */
export function readGlossary(files: Files, diagnostics: Diagnostic[]): ReadonlyMap<string, string> | null {
  const terms = files.has(glossaryFile)
    ? readYaml(glossaryFile, files, glossarySchema, "story/term", diagnostics)
    : {};
  return (
    terms && new Map(Object.entries(terms).map(([term, meaning]) => [term.toLowerCase(), meaning.trim()]))
  );
}

function readYaml<T>(
  file: string,
  files: Files,
  schema: z.ZodType<T>,
  rule: RuleId,
  diagnostics: Diagnostic[],
): T | null {
  const source = readText(file, files.get(file) ?? new Uint8Array(), rule, diagnostics);
  if (source === null) return null;
  const passage = fileAsPassage(source);
  const { value, problems } = readSettings(passage, schema);
  for (const problem of problems) report({ file, diagnostics }, passage, { rule, ...problem });
  return value;
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
