import { z } from "zod";
import type { Ledger } from "./ledger.ts";

/**
 * What a story's ledger said when it was last published, as far as corrections go: places in the text are left out,
 * since they change with every edit. It is kept beside the story, in `content/<slug>.ledger.json`.
 */
const keptLedger = z.object({
  figures: z.array(z.object({ id: z.string(), count: z.number() })),
  claims: z.array(z.object({ text: z.string(), that: z.string(), figures: z.array(z.string()) })),
  corrections: z.array(z.object({ date: z.string(), text: z.string(), figures: z.array(z.string()) })),
});

export type KeptLedger = z.infer<typeof keptLedger>;

export function keptLedgerFile(slug: string): string {
  return `content/${slug}.ledger.json`;
}

/** Reads a kept ledger; null where it isn't one. */
export function readKeptLedger(bytes: Uint8Array): KeptLedger | null {
  try {
    return keptLedger.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** The part of a ledger that is kept, as the text of its file. */
export function formatKeptLedger(ledger: Ledger): string {
  return `${JSON.stringify(keptLedger.parse(ledger), null, 2)}\n`;
}
