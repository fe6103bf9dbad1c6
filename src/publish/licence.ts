/** What readers may do with the words, figures and pictures. */
export const contentLicence = {
  name: "CC-BY-4.0",
  shortName: "CC BY 4.0",
  title: "Creative Commons Attribution 4.0 International",
  url: "https://creativecommons.org/licenses/by/4.0/",
} as const;
