import type { Story } from "../story/types.ts";

/** The date of the last thing that happened to a story, a correction included; null where it has no date at all. */
export function lastChange({ published, updated, corrections }: Story): string | null {
  const dates = [published, updated, ...corrections.map(({ date }) => date)].filter((date) => date !== null);
  return dates.sort().at(-1) ?? null;
}
