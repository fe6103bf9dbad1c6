import { checkCorrections } from "../story/ledger/corrections.ts";
import { formatKeptLedger, keptLedgerFile } from "../story/ledger/kept-ledger.ts";
import { buildLedger } from "../story/ledger/ledger.ts";
import type { Site, Story } from "../story/types.ts";

/**
 * The ledgers to keep beside the stories once these are published, as texts by their paths. One whose changes are not
 * corrected yet stays as it was, so that they are asked about again.
 */
export function ledgersToKeep(
  site: Site,
  stories: readonly Story[],
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const settled = stories.filter(
    (story) => !story.draft && checkCorrections(story, files, site.locale).length === 0,
  );
  return new Map(
    settled.map((story) => [keptLedgerFile(story.slug), formatKeptLedger(buildLedger(story, site.locale))]),
  );
}
