import { describe, expect, it } from "vitest";
import { fraction } from "../outcomes/fraction.ts";
import { formatShare } from "../outcomes/shares.ts";
import { sayShare, shareFormat } from "./say-share.ts";

describe("a share in the browser", () => {
  it("reads as the build writes it, for every part of every whole up to 150", () => {
    const differing: string[] = [];
    const format = shareFormat("en-GB");
    for (let total = 1; total <= 150; total++) {
      for (let count = 0; count <= total; count++) {
        const built = formatShare(fraction(count, total), 1, "en-GB");
        if (sayShare(count, total, format) !== built) differing.push(`${count}/${total}: ${built}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it.each([
    [1841, "en-GB"],
    [2000, "de"],
    [20_000, "cy"],
    [1_000_000, "ar-EG"],
  ])("reads as the build writes it at every tie and at both ends: of %i in %s", (total, locale) => {
    const ties = Array.from({ length: 1000 }, (_, tenth) => Math.round(((tenth + 0.5) * total) / 1000));
    const counts = [...ties, 0, 1, 2, total - 2, total - 1, total];
    const built = counts.map((count) => formatShare(fraction(count, total), 1, locale));
    const format = shareFormat(locale);
    expect(counts.map((count) => sayShare(count, total, format))).toEqual(built);
  });

  it("of nothing is none", () => expect(sayShare(0, 0, shareFormat("en-GB"))).toBe("–"));
});
