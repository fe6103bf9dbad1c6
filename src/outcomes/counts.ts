/** A count in digits: 1841 is "1,841" in en-GB. */
export function formatCount(count: number | bigint, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(count);
}
