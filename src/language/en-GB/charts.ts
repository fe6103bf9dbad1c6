import type { ChartWords } from "../words.ts";

export const charts: ChartWords = {
  figure: "Figure",
  count: "Count",
  share: "Share",
  inFigures: "This chart in figures",
  colours: "The colours are a grouping of ours.",
  whole: ({ label, counted, share }) => `${label}: ${counted} = ${share}`,
  describe: ({ label, counted, parts }) =>
    `${label}, ${counted}: ${parts.map((part) => `${part.label} ${part.count}, ${part.share}`).join("; ")}`,
};
