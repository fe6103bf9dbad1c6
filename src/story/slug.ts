/** Words as part of an address: lower-case letters and digits, without accents, joined by hyphens. */
export function slugOf(words: string): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "section" : slug;
}
