/** Longer words are compared with nothing: the work grows with the square of their length. */
const longestWord = 100;

/**
 * The candidate that the word was most likely meant to be: at most one edit in three letters away and at
 * most three in all, capitals aside. The first of several as near; null where none is near enough.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestWord) return null;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = Math.min(Math.max(1, Math.floor(word.length / 3)), 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least && distance < candidate.length) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make `a` into `b`:
 * the Damerau–Levenshtein distance in its "optimal string alignment" form. Where it is `enough` or more,
 * `enough` may be returned instead.
 */
export function editDistance(a: string, b: string, enough = Infinity): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    // A swap reaches back two rows, so only when both are as far off can nothing nearer follow.
    if (Math.min(...row) >= enough && Math.min(...last) >= enough) return enough;
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
