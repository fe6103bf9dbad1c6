import { describe, expect, it } from "vitest";
import { loadSite } from "../load/site.ts";
import { smallSiteFiles } from "../../test/small-site.ts";
import { charactersOf } from "./characters.ts";

const files = (words: string) => {
  const site = new Map(smallSiteFiles("published: 2026-01-02"));
  const story = new TextDecoder().decode(site.get("content/parts.md"));
  return site.set("content/parts.md", new TextEncoder().encode(`${story}\n${words}\n`));
};
const setIn = (words: string, editing = false) => charactersOf(loadSite(files(words)), editing);

describe("the characters of each cut", () => {
  it("are those that the site sets in it", () => {
    const { newsreader, ...others } = setIn("Ürün, **Öl** and *Ñandú*.");
    for (const character of "ÜüÖÑú") expect(newsreader).toContain(character);
    expect(others["newsreader-bold"]).toContain("Ö");
    expect(others["newsreader-bold"]).not.toMatch(/[ÜÑ]/);
    expect(others["newsreader-italic"]).toBe("Ñadnú".split("").sort().join(""));
    expect(others["newsreader-display"]).toMatch(/<.*>/);
    expect(others["newsreader-display"]).not.toMatch(/[ÜÖÑ]/);
  });

  it("have what the templates write, even where no story says it", () => {
    const none = charactersOf(loadSite(new Map()), false);
    expect(none.newsreader).toMatch(/0.*9.*G.*I.*N.*T.*a.*z/);
    expect(none["newsreader-bold"]).toMatch(/[M].*[W].*a.*z/);
    expect(none["newsreader-display"]).toContain("P");
  });

  it("are all of basic Latin too while the site is edited", () => {
    for (const characters of Object.values(setIn("", true))) expect(characters).toMatch(/ !"#.*~/);
  });
});
