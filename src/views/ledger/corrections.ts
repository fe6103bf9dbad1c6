import type { Diagnostic, Span } from "../../diagnostics/types.ts";
import type { Language } from "../../language/types.ts";
import type { Story } from "../../story/types.ts";
import { type KeptLedger, keptLedgerFile, readKeptLedger } from "./kept-ledger.ts";
import type { StoryWithLedger } from "./ledger.ts";
import { compareLedgers, type LedgerChange } from "./ledger-changes.ts";

/**
 * Compares a story's ledger with the one kept of it, if there is one: each figure and claim that changed since needs a
 * new entry in `corrections` that names it. `files` are the site's, by path.
 */
export function checkCorrections(
  story: StoryWithLedger,
  files: ReadonlyMap<string, Uint8Array>,
  language: Language,
): Diagnostic[] {
  const file = keptLedgerFile(story.slug);
  const bytes = files.get(file);
  const kept = bytes && readKeptLedger(bytes);
  if (kept === null) return [unreadable(file)];
  if (kept === undefined) return checkNames(story, []);
  const named = new Set(newCorrections(story, kept).flatMap(({ figures }) => figures));
  const changes = compareLedgers(kept, story.ledger, language);
  return [
    ...checkNames(story, kept.figures),
    ...changes
      .filter(({ figures }) => !figures.some((id) => named.has(id)))
      .map((change) => uncorrected(change, story)),
  ];
}

function newCorrections({ corrections }: Story, kept: KeptLedger): Story["corrections"] {
  const published = new Set(kept.corrections.map((entry) => JSON.stringify([entry.date, entry.text])));
  return corrections.filter(({ date, text }) => !published.has(JSON.stringify([date, text])));
}

/** A correction can also name a figure that is gone since. */
function checkNames({ file, tree, corrections }: Story, kept: KeptLedger["figures"]): Diagnostic[] {
  const known = new Set([...tree.figures.keys(), ...kept.map(({ id }) => id)]);
  return corrections.flatMap(({ date, figures }) =>
    figures
      .filter((id) => !known.has(id))
      .map((id) => {
        const message = `The correction of ${date} names "${id}", and there is no such figure in ${tree.file}`;
        return warnAt(file, startOfFile, message, "name the ids of the figures that it corrects");
      }),
  );
}

function uncorrected({ figures, figure, message }: LedgerChange, { file, tree }: Story): Diagnostic {
  const cell = figure === null ? undefined : tree.figures.get(figure)?.cells.count;
  const hint = [
    `if this has been published, say so in the front matter of ${file}:`,
    "corrections:",
    "  - date: (the day of the correction)",
    "    text: (what was wrong, and what is right)",
    `    figures: [${figures.join(", ")}]`,
  ].join("\n");
  const text = `Changed since it was published: ${message}`;
  return cell ? warnAt(tree.file, cell, text, hint) : warnAt(file, startOfFile, text, hint);
}

function unreadable(file: string): Diagnostic {
  const hint = "take it back from version control, or delete it to begin anew";
  return warnAt(file, startOfFile, "This is not the ledger of a story", hint);
}

const startOfFile: Span = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function warnAt(file: string, span: Span, message: string, hint: string): Diagnostic {
  return { file, span, severity: "warning", rule: "story/correction", message, hint, related: [] };
}
