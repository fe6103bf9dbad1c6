/** How shares are written: to one digit. Made once, since browsers take long to make it. */
export function shareFormat(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/**
 * A share as `formatShare` writes it when the page is built; "–" of nothing. Number formats round the shortest decimal
 * that stands for a float, so that a tie goes up as it does there.
 */
export function sayShare(count: number, total: number, percent: Intl.NumberFormat): string {
  const share = count / total;
  if (!total) return "–";
  if (count && share < 0.0005) return `<${percent.format(0.001)}`;
  return count < total && share >= 0.9995 ? `>${percent.format(0.999)}` : percent.format(share);
}
