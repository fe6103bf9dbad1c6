import type { FoundComparison } from "../../prose-rules.ts";

const number = "(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d+(?:[,.]\\d+)*)";
const hundred = "(?:a\\s+)?(?:hundred|thousand)";

/** Words that compare, each with what tells it from its other uses. */
const comparisons = [
  "(?<!\\b(?:second|first|other|better)\\s|\\band[\\s-]an?[\\s-])\\bhal(?:f|ves)\\b(?!-|\\s+(?:past|an?\\s+(?:hour|day|minute|year|dozen)))",
  "\\b(?:a|one|two)[\\s-]+thirds?\\b(?!\\s+(?:party|time|person|year|day|place))",
  "\\b(?:a|one|three|first|last)[\\s-]+quarters?\\b(?!\\s+(?:to|past|of\\s+an\\s+hour)\\b)|\\bquarters\\s+of\\b",
  `\\b(?:a|one|two|three|four)[\\s-]+(?:fifth|sixth|seventh|eighth|ninth|tenth)s?\\s+of\\b`,
  `\\b${number}\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?:${number}|${hundred}|eleven|twelve|twenty|fifty)\\b`,
  "(?<!\\b(?:the|at|its|their|our|his|her|your|my|whose|[’']s)\\s+)\\bmost\\b(?!-|\\s+(?:likely|recent|recently|important|common|serious|(?:day|morning|afternoon|evening|night|weekend|year)s|\\p{L}+ly)\\b)",
  "\\b(?:vast\\s+)?majority\\b|\\bminority\\s+of\\b",
  "\\btwice\\b(?!\\s*(?:[.,;:!?)”’\"']|$)|\\s+(?:an?|in|on|and|or|before|after|since|daily|weekly)\\b)|\\bthrice\\b|\\b(?:double|treble|triple|quadruple)[ds]?\\b",
  `\\b(?:${number}|several|many)\\s+times\\s+(?:as|more|the|higher|larger|over)\\b`,
  `(?<!\\b(?:is|are|was|were)\\s(?=(?:two|three)fold))\\b(?:${number}|eleven|twelve|twenty|fifty|hundred|thousand|several|many)[-‑]?fold\\b`,
  "[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]",
  "\\bper\\s?cent(?:age)?\\b",
].join("|");

/** The comparisons in words in a text: "half of them", "one in six", "most", "per cent". */
export function findComparisons(text: string): FoundComparison[] {
  return [...text.matchAll(new RegExp(comparisons, "giu"))].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
