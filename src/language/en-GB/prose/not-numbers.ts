const months =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const day = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
const streets =
  "(?:Street|St|Road|Rd|Lane|Avenue|Close|Drive|Way|Court|Square|Hill|Gardens|Terrace|Place|Crescent|Row|Walk|Green|Grove|Mews|Yard)";
const labels =
  "(?:[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Ss]chedules?|[Cc]hapters?|[Pp]aragraphs?|[Rr]egulations?|[Pp]ages?|[Ff]lats?|[Rr]ooms?|[Jj]unctions?|[Pp]latforms?|[Cc]hannels?|Tables?|Figures?|Charts?|Grades?|Levels?|Years?|Category|Phase|Stage|Step|Part|Nos?\\.?)";

/**
 * What is written in digits and names or dates something, but counts nothing. Alternatives of a regular
 * expression with the flag `u`.
 */
export const notNumbers: readonly string[] = [
  // Dates: 6 February 2016, 6–8 February, February 6, February 2016, 2016-02-06, 6/2/16.
  `\\b${day}(?:\\s*[-–]\\s*${day})?\\s+(?:of\\s+)?${months}\\b(?:,?\\s+\\d{4}\\b)?`,
  `\\b${months}\\s+${day}\\b(?:,\\s*\\d{4}\\b)?(?!\\d)`,
  `\\b${months},?\\s+\\d{4}\\b`,
  "\\b\\d{4}-\\d{2}-\\d{2}\\b",
  "\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b",
  // Times of day: 10:30, 10.30am, 9 p.m.
  "\\b\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*[ap]\\.?m\\b",
  "\\b\\d{1,2}\\s*[ap]\\.?m\\b",
  "\\b(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?\\b",
  "(?<=\\b(?:at|until|till)\\s)(?:1?\\d|2[0-4])\\.[0-5]\\d\\b(?!\\s*(?:%|\\p{L}))",
  "\\b24/7\\b",
  // Decades and ages by tens: the 1990s, the ’90s, Euro ’96, in her 40s, under-18s.
  "(?<=\\p{L}\\s)[’']\\d{2}\\b(?!\\s+\\p{Ll})",
  "\\b\\d{3}0s\\b|\\b\\d0s\\b|\\b(?:[Uu]nder|[Oo]ver)[-‑ ]\\d{1,2}s\\b",
  // Ordinals, and footnote marks that lead nowhere, which another rule reports.
  "\\b\\d+(?:,\\d{3})*(?:st|nd|rd|th)\\b",
  "\\[\\^[^\\]\\s]+\\]",
  // Names: the A38, MI5, WV1 1ES, 4A, 5G, HR/2015/7, Covid-19.
  "(?<![\\p{L}\\d])\\p{L}[\\p{L}\\d]*\\d[\\p{L}\\d]*",
  "(?<![\\p{L}\\d-])\\p{Lu}\\p{L}*[-‑]\\d{1,3}\\b",
  "\\b\\d+[A-Z]{1,3}\\b",
  "\\b\\p{Lu}+(?:/\\w+)+",
  // Laws and places: section 4A(1), sections 2 and 4, Flat 3, 12 Church Street.
  `\\b${labels}\\s+\\d+[A-Za-z]?\\b(?:\\(\\w+\\))*(?:\\s(?:and|or|to)\\s\\d+[A-Z]?\\b(?:\\(\\w+\\))*)?`,
  `\\b\\d{1,4}[A-Za-z]?\\s+(?:\\p{Lu}[\\p{L}’']*\\s+){1,3}${streets}\\b`,
];
