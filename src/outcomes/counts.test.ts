import { describe, expect, it } from "vitest";
import { formatCount } from "./counts.ts";

describe("formatCount", () => {
  it("writes digits as the locale does", () => {
    expect(formatCount(1841, "en-GB")).toBe("1,841");
    expect(formatCount(1841, "de-DE")).toBe("1.841");
    expect(formatCount(18_014_398_509_481_983n, "en-GB")).toBe("18,014,398,509,481,983");
  });
});
