import { plainRatio, type PlainRatio } from "../../outcomes/plain-ratio.ts";
import { countInWords } from "./counts.ts";

/**
 * What part is of whole, as the nearest fraction that people say: "one in six", "about two in five", "just under nine
 * in ten"; see `plainRatio`. 0 is "none" and the whole "all".
 * Throws a RangeError where part is under 0 or over whole, or whole is 0.
 */
export function ratioInWords(part: number, whole: number): string {
  const { top, bottom, is } = plainRatio(part, whole);
  if (bottom === 1) return top === 0 ? "none" : "all";
  const ratio = `${countInWords(top)} in ${round.get(bottom) ?? countInWords(bottom)}`;
  return leads[is] + ratio;
}

const leads: Readonly<Record<PlainRatio["is"], string>> = {
  exactly: "",
  about: "about ",
  over: "just over ",
  under: "just under ",
  above: "more than ",
  below: "fewer than ",
};

const round = new Map([
  [100, "a hundred"],
  [1000, "a thousand"],
]);
