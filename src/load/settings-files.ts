import { z } from "zod";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { report } from "../story/context.ts";
import { fileAsPassage } from "../story/passage.ts";
import { keys, text, webAddress } from "../story/schema.ts";
import { readSettings } from "../story/settings.ts";
import type { Site } from "../story/types.ts";
import { atStart, readText } from "./text.ts";

export const siteFile = "content/site.yaml";
export const glossaryFile = "content/glossary.yaml";

const site = keys({
  title: text,
  description: text,
  url: webAddress.transform((url) => (url.endsWith("/") ? url : `${url}/`)),
  publisher: keys({ name: text, url: webAddress }),
  locale: text.refine(isLocale, "must be the tag of a language\nwrite it as in en-GB").default("en-GB"),
  helpline: keys({ name: text, phone: text, url: webAddress, text }),
  exit: keys({ label: text, url: webAddress }),
});

const glossary = z.record(
  z.string(),
  text,
  "must be a list of terms\nwrite each on a line of its own, with its definition after a colon",
);

type Files = ReadonlyMap<string, Uint8Array>;

/** Reads `content/site.yaml`; null where it isn't there or has problems, which are added to the diagnostics. */
export function readSite(files: Files, diagnostics: Diagnostic[]): Site | null {
  if (files.has(siteFile)) return readYaml(siteFile, files, site, "site/config", diagnostics);
  const hint = `it holds the keys ${Object.keys(site.shape).join(", ")}`;
  diagnostics.push(atStart(siteFile, "site/config", `There is no file ${siteFile}`, hint));
  return null;
}

/**
 * Reads `content/glossary.yaml`, where there is one: the terms in lower case, and what they mean. Null where it has
 * problems, which are added to the diagnostics.
 */
export function readGlossary(files: Files, diagnostics: Diagnostic[]): ReadonlyMap<string, string> | null {
  const terms = files.has(glossaryFile)
    ? readYaml(glossaryFile, files, glossary, "story/term", diagnostics)
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
