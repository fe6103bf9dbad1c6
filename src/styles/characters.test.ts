import { describe, expect, it } from "vitest";
import { loadSite } from "../load/site.ts";
import { smallSiteFiles } from "../../test/small-site.ts";
import { british } from "../../test/support/british.ts";
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
    const { method, page, receipts } = british;
    expect([...none.newsreader]).toEqual(
      expect.arrayContaining([...method.noCorrections, ...page.notFound.dek]),
    );
    expect([...none["newsreader-bold"]]).toEqual(
      expect.arrayContaining([...method.title, ...receipts.title]),
    );
    expect([...none["newsreader-display"]]).toEqual(expect.arrayContaining([...page.notFound.title]));
  });

  it("are all of basic Latin too while the site is edited", () => {
    for (const characters of Object.values(setIn("", true))) expect(characters).toMatch(/ !"#.*~/);
  });
});
