import { expect, it } from "vitest";
import { quote } from "./quote.ts";

it("quotes what someone wrote", () => {
  expect(quote("chraged")).toBe('"chraged"');
});

it("shortens long words to 60 characters without cutting one in two", () => {
  expect(quote("😀".repeat(61))).toBe(`"${"😀".repeat(59)}…"`);
  expect(quote("a".repeat(5_000_000))).toBe(`"${"a".repeat(59)}…"`);
});

it("writes what cannot be seen as escapes", () => {
  expect(quote("a\u0000b\n\u202ec")).toBe('"a\\u0000b\\u000a\\u202ec"');
});
