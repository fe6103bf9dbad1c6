/** What readers may do with the words, figures and pictures, as programs name it. */
export const contentLicence = {
  name: "CC-BY-4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
} as const;
