import { formatCount } from "../outcomes/counts.ts";
import { formatShare } from "../outcomes/shares.ts";
import type { Formats } from "./types.ts";

/** What Intl knows of a language, by its tag. */
export function formatsOf(tag: string): Formats {
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  return {
    tag,
    count: (count) => formatCount(count, tag),
    share: (share, digits) => formatShare(share, digits, tag),
    date: (date) => dates.format(new Date(`${date}T00:00:00Z`)),
    list: (items) => new Intl.ListFormat(tag).format(items),
  };
}
