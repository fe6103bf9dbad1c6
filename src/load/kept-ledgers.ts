import { languageOf } from "../language/languages.ts";
import type { Site } from "../story/types.ts";
import { checkCorrections } from "../views/ledger/corrections.ts";
import { formatKeptLedger, keptLedgerFile } from "../views/ledger/kept-ledger.ts";
import type { StoryWithLedger } from "../views/ledger/ledger.ts";

/**
 * The ledgers to keep beside the stories once these are published, as texts by their paths. One whose changes are not
 * corrected yet stays as it was, so that they are asked about again.
 */
export function ledgersToKeep(
  site: Site,
  stories: readonly StoryWithLedger[],
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const language = languageOf(site);
  const settled = stories.filter(
    (story) => !story.draft && checkCorrections(story, files, language).length === 0,
  );
  return new Map(settled.map(({ slug, ledger }) => [keptLedgerFile(slug), formatKeptLedger(ledger)]));
}
