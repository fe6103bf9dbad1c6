import { describe, expect, it } from "vitest";
import { z } from "zod";
import { glossarySchema, siteSchema } from "../src/load/settings-files.ts";
import { frontMatter } from "../src/story/front-matter.ts";

/** Where the schemas differ from the files, this makes the files anew. */
const command = "run: node_modules/.bin/vitest run test/schemas.test.ts -u";

describe("the schemas that editors read", () => {
  it.each([
    ["front-matter", frontMatter],
    ["site", siteSchema],
    ["glossary", glossarySchema],
  ])("schemas/%s.json says what the build checks", async (name, schema) => {
    // What someone writes, before anything is filled in.
    const json = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
    const text = `${JSON.stringify(json, null, 2)}\n`;
    await expect(text, `schemas/${name}.json is out of date; ${command}`).toMatchFileSnapshot(
      `../schemas/${name}.json`,
    );
  });
});
