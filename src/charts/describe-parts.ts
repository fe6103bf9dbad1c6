import type { Whole } from "./whole.ts";

/** A chart's figures in words: "Charged, 290 people: Young people 124 (42.8%), Adults 166 (57.2%)". */
export function describeParts({ label, counted, parts }: Whole): string {
  const said = parts.map((part) => `${part.label} ${part.count}, ${part.share}`);
  return `${label}, ${counted}: ${said.join("; ")}`;
}
