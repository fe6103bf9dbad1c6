/**
 * A share to one digit as `formatShare` writes it when the page is built; "–" of nothing. Number formats round the
 * shortest decimal that stands for a float, so that a tie goes up as it does there.
 */
export function sayShare(count: number, total: number, locale: string): string {
  const say = (value: number) =>
    value.toLocaleString(locale, {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  const share = count / total;
  if (!total) return "–";
  if (count && share < 0.0005) return `<${say(0.001)}`;
  return count < total && share >= 0.9995 ? `>${say(0.999)}` : say(share);
}
