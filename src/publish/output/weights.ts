import type { Fault } from "./types.ts";

/** The most bytes that one file of a kind may take on the wire, compressed where it can be. */
const budgets: Readonly<Record<string, number>> = {
  html: 150_000,
  css: 20_000,
  js: 40_000,
  woff2: 40_000,
  png: 300_000,
  svg: 100_000,
};

/** The files that are heavier than a reader with a slow connection should bear. `bytes`: on the wire. */
export function checkWeights(sizes: ReadonlyMap<string, number>): Fault[] {
  return [...sizes].flatMap(([file, bytes]) => {
    const budget = budgets[file.slice(file.lastIndexOf(".") + 1)] ?? Infinity;
    if (bytes <= budget) return [];
    return [{ file, message: `it takes ${kilobytes(bytes)} on the wire, and may take ${kilobytes(budget)}` }];
  });
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
