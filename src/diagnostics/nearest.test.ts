import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

describe("nearest", () => {
  const ids = ["reports", "charged", "charged_youths", "warned"];

  it.each([
    ["chraged", "charged"],
    ["Charged", "charged"],
    ["charged_youth", "charged_youths"],
    ["warnd", "warned"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, ids)).toBe(meant);
  });

  it.each(["arrested", "x", "", "w".repeat(101)])("takes %j for none", (word) => {
    expect(nearest(word, ids)).toBeNull();
  });

  it("takes the first of several as near", () => {
    expect(nearest("cat", ["car", "cap"])).toBe("car");
  });
});

describe("editDistance", () => {
  it.each([
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "abbc", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("from %j to %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it("stops counting where it is told that it is enough", () => {
    expect(editDistance("aaaaaaaa", "bbbbbbbb", 3)).toBe(3);
    expect(editDistance("abcdefgh", "abcdegfh", 3)).toBe(1);
  });
});
