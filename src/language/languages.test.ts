import { describe, expect, it } from "vitest";
import { existsSync } from "node:fs";
import { arrangements } from "../story/types.ts";
import { folderFor, languageFor, languageOf } from "./languages.ts";

describe("a locale", () => {
  it("has the words of its language, and the formats of its region", () => {
    const [british, american, irish] = ["en-GB", "en-US", "en-IE"].map((locale) => languageOf({ locale }));
    expect([british, american, irish].map(({ date }) => date("2016-02-06"))).toEqual([
      "6 February 2016",
      "February 6, 2016",
      "6 February 2016",
    ]);
    expect(american.steps).toEqual(british.steps);
    expect(american.tag).toBe("en-US");
  });

  it("may leave its region out, and be written in other cases", () => {
    expect(languageFor("en")?.count(1841)).toBe("1,841");
    expect(languageFor("EN-gb")?.count(1841)).toBe("1,841");
  });

  it("has no language where the site has no words for it, and where it is none", () => {
    expect(["de-DE", "e", "", "British English", "constructor"].map(languageFor)).toEqual(
      Array(5).fill(null),
    );
    expect(() => languageOf({ locale: "de-DE" })).toThrow(RangeError);
  });

  it("has a folder with the words of the scripts", () => {
    for (const file of ["stage-words", "exit-words"])
      expect(existsSync(`src/language/${folderFor("en-IE")}/${file}.ts`)).toBe(true);
  });
});

describe("a picture in words", () => {
  it.each(arrangements)("says how the groups stand in every arrangement: %s", (as) => {
    const { picture } = languageOf({ locale: "en-GB" });
    expect(picture.inGroups({ total: "2 loans", groups: ["Books 1", "Films 1"], as })).toMatch(/ in 2 \w+: /);
  });
});

describe("a noun", () => {
  const { nounFor } = languageOf({ locale: "en-GB" });
  const noun = { one: "complaint", many: "complaints" };

  it("is in the singular beside 1 alone", () => {
    expect([0, 1, 2, 21].map((count) => nounFor(count, noun))).toEqual([
      "complaints",
      "complaint",
      "complaints",
      "complaints",
    ]);
  });
});
