import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { inlineSource } from "./inline-source.ts";

it.each(["", 'alert("one")', "ä – “”", "a".repeat(10_000)])("hashes %.20j as browsers do", (text) => {
  const hash = createHash("sha256").update(text).digest("base64");
  expect(inlineSource(text)).toBe(`'sha256-${hash}'`);
});
